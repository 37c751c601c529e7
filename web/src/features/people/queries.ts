import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, got } from '@/lib/client';

export const teamsQuery = queryOptions({
  queryKey: ['people', 'teams'],
  queryFn: () => got(api.GET('/api/v1/teams')),
  staleTime: 5 * 60_000,
});

export const peopleQuery = (text: string) =>
  queryOptions({
    queryKey: ['people', 'found', text],
    queryFn: () =>
      got(api.GET('/api/v1/people', { params: { query: { text: text || undefined, limit: 100 } } })),
    placeholderData: keepPreviousData,
  });
