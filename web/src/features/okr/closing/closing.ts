import type { ClosureSuggestion, NewClosure } from '../parts/shapes';

type Part = NonNullable<NewClosure['key_results']>[number];

/** What somebody has written of a closing so far. */
export type Ending = {
  key: string;
  grade: number | null;
  reason: string;
  execution: NewClosure['execution'] | null;
  cause: NewClosure['cause'] | '';
  learning: string;
  could_stretch: string;
  parts: Record<
    string,
    { outcome: Part['outcome'] | null; cause: NonNullable<Part['cause']> | ''; note: string }
  >;
  carry_to: string;
};

export const causes = [
  'unrealistic_target',
  'priorities_shifted',
  'blocked',
  'no_capacity',
  'dependency',
  'wrong_measure',
  'late_start',
  'outside_event',
  'other',
] as const;

export const executions = ['weak', 'fair', 'good', 'excellent'] as const;

/** The form starts with what the figures suggest. */
export const beginning = (suggestion: ClosureSuggestion, key: string): Ending => ({
  key,
  grade: suggestion.suggested_grade,
  reason: '',
  execution: null,
  cause: '',
  learning: '',
  could_stretch: '',
  parts: Object.fromEntries(
    suggestion.key_results.map(({ key_result_id, outcome }) => [
      key_result_id,
      { outcome, cause: '', note: '' },
    ]),
  ),
  carry_to: '',
});

export const closureOf = (ending: Ending): NewClosure => ({
  grade: ending.grade ?? 0,
  execution: ending.execution ?? 'fair',
  ...(ending.reason.trim() && { reason: ending.reason.trim() }),
  ...(ending.cause && { cause: ending.cause }),
  ...(ending.learning.trim() && { learning: ending.learning.trim() }),
  ...(ending.could_stretch.trim() && { could_stretch: ending.could_stretch.trim() }),
  ...(ending.carry_to && { carry_to: ending.carry_to }),
  key_results: Object.entries(ending.parts).map(([key_result_id, { outcome, cause, note }]) => ({
    key_result_id,
    ...(outcome && { outcome }),
    ...(outcome === 'missed' && cause && { cause }),
    ...(note.trim() && { note: note.trim() }),
  })),
});

export const tenths = Array.from({ length: 11 }, (_, tenth) => tenth / 10);
