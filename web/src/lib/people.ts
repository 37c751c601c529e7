import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, got } from './client';

export type PersonName = { id: string; name: string };

/** People whose name holds these letters. */
export const foundPeople = (text: string) =>
  queryOptions({
    queryKey: ['people', 'named', text],
    queryFn: () =>
      got(api.GET('/api/v1/people', { params: { query: { text: text || undefined, limit: 8 } } })),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
