import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, got, gotWithTag } from '@/lib/client';
import type { Health, Scope } from './shapes';

export const summaryQuery = (scope: Scope) =>
  queryOptions({
    queryKey: ['kpi', 'summary', scope],
    queryFn: () => got(api.GET('/api/v1/kpi-summary', { params: { query: scope } })),
    placeholderData: keepPreviousData,
  });

export type KpiChoice = { team?: string; owner?: string; health?: Health; archived?: boolean };

export const kpisQuery = (choice: KpiChoice) =>
  infiniteQueryOptions({
    queryKey: ['kpi', 'list', choice],
    queryFn: ({ pageParam }) =>
      got(api.GET('/api/v1/kpis', { params: { query: { ...choice, after: pageParam, limit: 100 } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });

export const ownerQuery = (person: string) =>
  queryOptions({
    queryKey: ['people', 'name', person],
    queryFn: () => got(api.GET('/api/v1/people/{person}', { params: { path: { person } } })),
  });

/** With its ETag, which a change must show. */
export const kpiQuery = (id: string) =>
  queryOptions({
    queryKey: ['kpi', 'one', id],
    queryFn: () => gotWithTag(api.GET('/api/v1/kpis/{kpi}', { params: { path: { kpi: id } } })),
  });

export const entriesQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['kpi', 'entries', id],
    queryFn: ({ pageParam }) =>
      got(
        api.GET('/api/v1/kpis/{kpi}/entries', {
          params: { path: { kpi: id }, query: { after: pageParam, limit: 50 } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });

export const followersQuery = (kpi: string) =>
  queryOptions({
    queryKey: ['kpi', 'followers', kpi],
    queryFn: () => got(api.GET('/api/v1/key-results', { params: { query: { kpi, limit: 100 } } })),
  });

export const teamsQuery = queryOptions({
  queryKey: ['people', 'teams'],
  queryFn: () => got(api.GET('/api/v1/teams')),
  staleTime: 5 * 60_000,
});

/** The teams to which one may give a KPI. */
export const kpiTeamsQuery = queryOptions({
  queryKey: ['people', 'kpi-teams'],
  queryFn: () => got(api.GET('/api/v1/kpi-teams')),
  staleTime: 5 * 60_000,
});

/** KPIs to start from, in this language. */
export const kpiTemplatesQuery = (language: 'en' | 'de') =>
  queryOptions({
    queryKey: ['kpi-templates', language],
    queryFn: () => got(api.GET('/api/v1/kpi-templates', { params: { query: { language } } })),
    staleTime: Infinity,
  });
