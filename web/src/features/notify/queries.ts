import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, got } from '@/lib/client';
import type { SentLine } from './shapes';

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

export const scheduleQuery = queryOptions({
  queryKey: ['notify', 'schedule'],
  queryFn: () => got(api.GET('/api/v1/schedule')),
});

export const sentQuery = (filter: { kind?: SentLine['kind']; person?: string }) =>
  infiniteQueryOptions({
    queryKey: ['notify', 'sent', filter],
    queryFn: ({ pageParam: after }) =>
      got(api.GET('/api/v1/sent', { params: { query: { ...filter, after } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const runsQuery = (job?: string) =>
  infiniteQueryOptions({
    queryKey: ['notify', 'runs', job],
    queryFn: ({ pageParam: after }) =>
      got(api.GET('/api/v1/job-runs', { params: { query: { job, after } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** Whom the log is narrowed to, also where they have left. */
export const readerQuery = (person: string) =>
  queryOptions({
    queryKey: ['notify', 'reader', person],
    queryFn: () => got(api.GET('/api/v1/people/{person}', { params: { path: { person } } })),
  });
