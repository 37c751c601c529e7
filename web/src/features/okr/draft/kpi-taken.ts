import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { components } from '@/api/schema';
import { api, got } from '@/lib/client';
import { typedNumber } from '@/lib/format';
import type { WrittenKeyResult } from './written';

type Kpi = components['schemas']['KpiWithEntries'];

export const kpiTakenQuery = (id: string) =>
  queryOptions({
    queryKey: ['kpi', 'taken', id],
    queryFn: () => got(api.GET('/api/v1/kpis/{kpi}', { params: { path: { kpi: id } } })),
  });

export const foundKpis = (text: string) =>
  queryOptions({
    queryKey: ['kpi', 'named', text],
    queryFn: () => got(api.GET('/api/v1/search', { params: { query: { text, kind: 'kpi', limit: 8 } } })),
    placeholderData: keepPreviousData,
    enabled: text !== '',
    staleTime: 60_000,
  });

const typed = (value: number | null) => (value === null ? '' : typedNumber(value));

/** What a KPI says of itself: where it is, where it should be, in which unit. What was written already stays. */
export function takenFromKpi(
  written: WrittenKeyResult,
  { id, value, low, high, unit, better }: Pick<Kpi, 'id' | 'value' | 'low' | 'high' | 'unit' | 'better'>,
): WrittenKeyResult {
  const kpi = { ...written, kpi_id: id, unit: written.unit || unit };
  if (written.kind === 'yes_no' || written.kind === 'milestones') return kpi;
  if (better === 'within')
    return {
      ...kpi,
      shape: 'stay_within',
      baseline: written.baseline || typed(value),
      low: written.low || typed(low),
      high: written.high || typed(high),
    };
  return {
    ...kpi,
    baseline: written.baseline || typed(value),
    target: written.target || typed(better === 'higher' ? low : high),
  };
}
