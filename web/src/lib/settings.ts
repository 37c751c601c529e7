import { queryOptions } from '@tanstack/react-query';
import { api, gotWithTag } from './client';

/** What the organisation has agreed on. */
export const settingsQuery = queryOptions({
  queryKey: ['people', 'settings'],
  queryFn: () => gotWithTag(api.GET('/api/v1/settings')),
});

/** What of something published has a rule of its own. */
export const changeParts = ['words', 'measure', 'hands', 'due', 'key_results', 'cycle'] as const;
export type ChangePart = (typeof changeParts)[number];

export const changeRules = ['free', 'with_reason', 'fixed'] as const;
