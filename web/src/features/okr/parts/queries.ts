import { queryOptions } from '@tanstack/react-query';
import { api, got, gotWithTag } from '@/lib/client';
import { spoken } from '@/lib/i18n';
import { kept } from '@/lib/kept';

export const cyclesQuery = queryOptions({
  queryKey: ['okr', 'cycles'],
  queryFn: () => kept('cycles', () => got(api.GET('/api/v1/cycles'))),
  staleTime: 5 * 60_000,
});

/** With its ETag, which a change must show. */
export const cycleQuery = (cycle: string) =>
  queryOptions({
    queryKey: ['okr', 'cycle', cycle],
    queryFn: () => gotWithTag(api.GET('/api/v1/cycles/{cycle}', { params: { path: { cycle } } })),
  });

export const weekQuery = (cycle?: string) =>
  queryOptions({
    queryKey: ['okr', 'week', cycle],
    queryFn: () =>
      kept(`week-${cycle ?? ''}`, () => got(api.GET('/api/v1/my-week', { params: { query: { cycle } } }))),
  });

/** The first sentences, or a hundred of them. */
export const newsQuery = (whole: boolean) =>
  queryOptions({
    queryKey: ['okr', 'news', whole],
    queryFn: () => got(api.GET('/api/v1/news', { params: { query: whole ? { limit: 100 } : {} } })),
  });

export const boardQuery = (team: string, cycle?: string) =>
  queryOptions({
    queryKey: ['okr', 'board', team, cycle],
    queryFn: () =>
      got(api.GET('/api/v1/teams/{team}/board', { params: { path: { team }, query: { cycle } } })),
  });

export const concernsQuery = (team: string, cycle?: string) =>
  queryOptions({
    queryKey: ['okr', 'concerns', team, cycle],
    queryFn: () =>
      got(api.GET('/api/v1/teams/{team}/concerns', { params: { path: { team }, query: { cycle } } })),
  });

export const alignmentQuery = (cycle: string) =>
  queryOptions({
    queryKey: ['okr', 'alignment', cycle],
    queryFn: () => got(api.GET('/api/v1/cycles/{cycle}/alignment', { params: { path: { cycle } } })),
  });

/** What may be the same work in a cycle, or pull against each other. */
export const cyclePairsQuery = (cycle: string) =>
  queryOptions({
    queryKey: ['okr', 'pairs', 'cycle', cycle],
    queryFn: () => got(api.GET('/api/v1/cycles/{cycle}/pairs', { params: { path: { cycle } } })),
  });

export const objectivePairsQuery = (objective: string) =>
  queryOptions({
    queryKey: ['okr', 'pairs', 'objective', objective],
    queryFn: () => got(api.GET('/api/v1/objectives/{objective}/pairs', { params: { path: { objective } } })),
  });

export const usageQuery = queryOptions({
  queryKey: ['okr', 'usage'],
  queryFn: () => got(api.GET('/api/v1/usage')),
});

export const aimsQuery = (team?: string, cycle?: string) =>
  queryOptions({
    queryKey: ['okr', 'aims', team, cycle],
    queryFn: () => got(api.GET('/api/v1/aims', { params: { query: { team, cycle } } })),
  });

/** What an owner reached in the cycles before `cycle`. */
export const pastQuery = (cycle: string, { team, person }: { team?: string; person?: string }) =>
  queryOptions({
    queryKey: ['okr', 'past', cycle, team, person],
    queryFn: () => got(api.GET('/api/v1/past', { params: { query: { cycle, team, person } } })),
  });

/** What the reader's own past suggests for a cycle. */
export const suggestionsQuery = (cycle: string) =>
  queryOptions({
    queryKey: ['okr', 'suggestions', cycle],
    queryFn: () => got(api.GET('/api/v1/suggestions', { params: { query: { cycle } } })),
  });

export const figuresQuery = (objective: string) =>
  queryOptions({
    queryKey: ['okr', 'figures', objective],
    queryFn: () =>
      got(api.GET('/api/v1/objectives/{objective}/figures', { params: { path: { objective } } })),
  });

/** With its ETag, which a change must show. */
const askForObjective = (id: string) =>
  gotWithTag(
    api.GET('/api/v1/objectives/{objective}', {
      params: { path: { objective: id }, query: { language: spoken() } },
    }),
  );

export const objectiveQuery = (id: string) =>
  queryOptions({ queryKey: ['okr', 'objective', id, spoken()], queryFn: () => askForObjective(id) });

/** The same to check in on, which goes on without a connection. */
export const checkInQuery = (id: string) =>
  queryOptions({
    queryKey: ['okr', 'objective', id, spoken(), 'check-in'],
    queryFn: () => kept(`objective-${id}`, () => askForObjective(id)),
  });

/** The teams and people that one may write objectives for. */
export const ownersQuery = queryOptions({
  queryKey: ['okr', 'owners'],
  queryFn: () => got(api.GET('/api/v1/objective-owners')),
  staleTime: 60_000,
});

export const teamsQuery = queryOptions({
  queryKey: ['people', 'teams'],
  queryFn: () => got(api.GET('/api/v1/teams')),
  staleTime: 5 * 60_000,
});
