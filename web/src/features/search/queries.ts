import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { components } from '@/api/schema';
import { api, got } from '@/lib/client';

export type Hit = components['schemas']['Hit'];

export const foundQuery = (text: string, kind?: Hit['kind']) =>
  queryOptions({
    queryKey: ['search', text, kind],
    queryFn: ({ signal }) =>
      got(api.GET('/api/v1/search', { params: { query: { text, kind, limit: 18 } }, signal })),
    placeholderData: keepPreviousData,
    enabled: text !== '',
  });
