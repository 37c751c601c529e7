import type { components } from '@/api/schema';

type Shapes = components['schemas'];

export type Advice = Shapes['Advice'];
export type Blocker = Shapes['Blocker'];
export type Change = Shapes['ChangeLine'];
export type CheckIn = Shapes['CheckIn'];
export type Comment = Shapes['Comment'];
export type Cycle = Shapes['Cycle'];
export type DueKeyResult = Shapes['DueKeyResult'];
export type KeyResult = Shapes['KeyResult'];
export type Milestone = Shapes['MilestoneLine'];
export type MyWeek = Shapes['MyWeek'];
export type NewCheckIn = Shapes['CheckInForKeyResult'];
export type NewKeyResult = Shapes['NewKeyResult'];
export type NewObjective = Shapes['NewObjective'];
export type Objective = Shapes['Objective'];
export type ObjectiveCard = Shapes['ObjectiveCard'];
export type ObjectiveWithKeyResults = Shapes['ObjectiveWithKeyResults'];
export type ParentSuggestion = Shapes['ParentSuggestion'];
export type Skip = Shapes['Skip'];
export type Standing = Shapes['Standing'];
export type SupportLink = Shapes['SupportLink'];
export type TeamBoard = Shapes['TeamBoard'];
export type TeamLine = Shapes['TeamLine'];

/** How a key result is measured: the part that says what a value means. */
export type Measure = Pick<KeyResult, 'kind' | 'direction' | 'baseline' | 'target' | 'low' | 'high' | 'unit'>;
