import type { components } from '@/api/schema';

type Shapes = components['schemas'];

export type Advice = Shapes['Advice'];
export type Blocker = Shapes['Blocker'];
export type Change = Shapes['ChangeLine'];
export type CheckIn = Shapes['CheckIn'];
export type Comment = Shapes['Comment'];
export type Closure = Shapes['Closure'];
export type ClosureSuggestion = Shapes['ClosureSuggestion'];
export type Cycle = Shapes['Cycle'];
export type CycleGraph = Shapes['CycleGraph'];
export type CycleTimeline = Shapes['CycleTimeline'];
export type CycleCalendar = Shapes['CycleCalendar'];
export type CycleSummary = Shapes['CycleSummary'];
export type Dashboard = Shapes['Dashboard'];
export type DueKeyResult = Shapes['DueKeyResult'];
export type GraphEdge = Shapes['GraphEdge'];
export type GraphNode = Shapes['GraphNode'];
export type TeamProgress = Shapes['TeamProgress'];
export type KeyResult = Shapes['KeyResult'];
export type Learning = Shapes['Learning'];
export type MidcycleItem = Shapes['MidcycleItem'];
export type Milestone = Shapes['MilestoneLine'];
export type MyWeek = Shapes['MyWeek'];
export type NewClosure = Shapes['NewClosure'];
export type NewCheckIn = Shapes['CheckInForKeyResult'];
export type NewKeyResult = Shapes['NewKeyResult'];
export type NewObjective = Shapes['NewObjective'];
export type Objective = Shapes['Objective'];
export type ObjectiveCard = Shapes['ObjectiveCard'];
export type ObjectiveWithKeyResults = Shapes['ObjectiveWithKeyResults'];
export type Retro = Shapes['Retro'];
export type RetroCard = Shapes['RetroCard'];
export type ParentSuggestion = Shapes['ParentSuggestion'];
export type Skip = Shapes['Skip'];
export type Standing = Shapes['Standing'];
export type SupportLink = Shapes['SupportLink'];
export type TeamBoard = Shapes['TeamBoard'];
export type TeamConcerns = Shapes['TeamConcerns'];
export type TeamLine = Shapes['TeamLine'];
export type TimelineBar = Shapes['TimelineBar'];
export type View = Shapes['View'];

/** How a key result is measured: the part that says what a value means. */
export type Measure = Pick<
  KeyResult,
  'kind' | 'direction' | 'baseline' | 'target' | 'change_percent' | 'low' | 'high' | 'unit'
>;
