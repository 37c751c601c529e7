import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, got } from '@/lib/client';

export const noticesQuery = (all: boolean) =>
  infiniteQueryOptions({
    queryKey: ['notify', 'notices', all],
    queryFn: ({ pageParam: after }) =>
      got(api.GET('/api/v1/notices', { params: { query: { after, unread: all ? undefined : true } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** Speaks of its person, so that news of a notice for them makes it fresh. */
export const countQuery = queryOptions({
  queryKey: ['notify', 'count'],
  queryFn: () => got(api.GET('/api/v1/notices/count')),
  refetchInterval: 5 * 60_000,
});

export const settingsQuery = queryOptions({
  queryKey: ['notify', 'settings'],
  queryFn: () => got(api.GET('/api/v1/me/notice-settings')),
});

export const digestQuery = queryOptions({
  queryKey: ['notify', 'digest'],
  queryFn: () => got(api.GET('/api/v1/me/digest')),
});
