import type { components } from '@/api/schema';

export type ImportAnswer = components['schemas']['ImportAnswer'];
export type Kind = 'okrs' | 'people';

/** What a person put right: the field that a column holds, the month with which fiscal years begin. */
export type Wishes = { columns: Record<string, string>; fiscalStart?: number };

export const mappingOf = (columns: Wishes['columns']) =>
  Object.entries(columns)
    .filter(([, field]) => field)
    .map(([column, field]) => ({ column, field }));
