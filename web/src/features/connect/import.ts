import type { components } from '@/api/schema';

export type ImportAnswer = components['schemas']['ImportAnswer'];
export type Kind = 'okrs' | 'people';

/** For columns that a person has put right: the field each holds. */
export type Chosen = Record<string, string>;

export const mappingOf = (chosen: Chosen) =>
  Object.entries(chosen)
    .filter(([, field]) => field)
    .map(([column, field]) => ({ column, field }));
