import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, got, gotWithTag } from '@/lib/client';

const minutes = 60_000;

export const teamsQuery = queryOptions({
  queryKey: ['people', 'teams'],
  queryFn: () => got(api.GET('/api/v1/teams')),
  staleTime: 5 * minutes,
});

export const teamQuery = (team: string) =>
  queryOptions({
    queryKey: ['people', 'team', team],
    queryFn: () => gotWithTag(api.GET('/api/v1/teams/{team}', { params: { path: { team } } })),
  });

export type PeopleFilter = { text?: string; team?: string; manager?: string; top?: boolean; left?: boolean };

/** The directory, page by page. */
export const peopleQuery = (filter: PeopleFilter, limit = 50) =>
  infiniteQueryOptions({
    queryKey: ['people', 'found', filter, limit],
    queryFn: ({ pageParam }) =>
      got(api.GET('/api/v1/people', { params: { query: { ...filter, limit, after: pageParam } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });

/** With its ETag, which a change must show. */
export const personQuery = (person: string) =>
  queryOptions({
    queryKey: ['people', 'person', person],
    queryFn: () => gotWithTag(api.GET('/api/v1/people/{person}', { params: { path: { person } } })),
  });

export const reportsQuery = (manager: string) =>
  queryOptions({
    queryKey: ['people', 'reports', manager],
    queryFn: () => got(api.GET('/api/v1/people', { params: { query: { manager, limit: 200 } } })),
    staleTime: minutes,
  });

export const topQuery = queryOptions({
  queryKey: ['people', 'top'],
  queryFn: () => got(api.GET('/api/v1/people', { params: { query: { top: true, limit: 200 } } })),
  staleTime: minutes,
});

export const personBoardQuery = (person: string, cycle?: string) =>
  queryOptions({
    queryKey: ['okr', 'person', person, cycle],
    queryFn: () =>
      got(api.GET('/api/v1/people/{person}/board', { params: { path: { person }, query: { cycle } } })),
  });

export const absencesQuery = (person: string) =>
  queryOptions({
    queryKey: ['people', 'absences', person],
    queryFn: () => got(api.GET('/api/v1/people/{person}/absences', { params: { path: { person } } })),
    retry: false,
  });

export const holidaysQuery = queryOptions({
  queryKey: ['people', 'holidays'],
  queryFn: () => got(api.GET('/api/v1/holidays', { params: { query: { limit: 100 } } })),
});
