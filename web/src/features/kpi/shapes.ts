import type { components } from '@/api/schema';

type Shapes = components['schemas'];

export type Kpi = Shapes['Kpi'];
export type KpiWithEntries = Shapes['KpiWithEntries'];
export type KpiEntry = Shapes['KpiEntry'];
export type KpiSummary = Shapes['KpiSummary'];
export type NewKpi = Shapes['NewKpi'];
export type Health = Kpi['health'];
export type Scope = { team?: string; owner?: string };
