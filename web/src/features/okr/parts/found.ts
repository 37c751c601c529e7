import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, got } from '@/lib/client';

/** Published objectives whose title holds these letters. */
export const foundObjectives = (text: string) =>
  queryOptions({
    queryKey: ['okr', 'titled', text],
    queryFn: () =>
      got(
        api.GET('/api/v1/objectives', {
          params: { query: { text: text || undefined, state: 'published', limit: 8 } },
        }),
      ),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
