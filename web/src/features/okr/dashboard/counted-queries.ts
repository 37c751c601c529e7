import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { api, got } from '@/lib/client';
import type { paths } from '@/api/schema';
import type { Status } from '@/ui/marks/StatusMark';

const pages = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page: { next: string | null }) => page.next ?? undefined,
  placeholderData: keepPreviousData,
};

export type CountedSearch = {
  team?: string;
  person?: string;
  everybody?: 'true';
  status?: Status;
  late?: string;
  tenth?: string;
  success?: string;
  unmeasured?: string;
};
type Asked = paths['/api/v1/dashboard/key-results']['get']['parameters']['query'];

export const countedQuery = (cycle: string | undefined, asked: CountedSearch) =>
  infiniteQueryOptions({
    queryKey: ['okr', 'dashboard', 'key-results', cycle, asked],
    queryFn: ({ pageParam }) =>
      got(
        api.GET('/api/v1/dashboard/key-results', {
          params: { query: { ...asked, cycle, after: pageParam, limit: 50 } as Asked },
        }),
      ),
    ...pages,
  });

export type SaidSearch = {
  week: string;
  team?: string;
  person?: string;
  everybody?: 'true';
  low?: string;
};

export const saidQuery = (cycle: string | undefined, { week, team, person, everybody, low }: SaidSearch) =>
  infiniteQueryOptions({
    queryKey: ['okr', 'dashboard', 'check-ins', cycle, week, team, person, everybody, low],
    queryFn: ({ pageParam }) =>
      got(
        api.GET('/api/v1/dashboard/check-ins', {
          params: {
            query: {
              cycle,
              week: Number(week),
              team,
              person,
              everybody: everybody === 'true' || undefined,
              low: low === 'true',
              after: pageParam,
              limit: 50,
            },
          },
        }),
      ),
    ...pages,
  });

export const loadedQuery = (cycle: string | undefined, objectives: string, team?: string) =>
  infiniteQueryOptions({
    queryKey: ['okr', 'dashboard', 'people', cycle, objectives, team],
    queryFn: ({ pageParam }) =>
      got(
        api.GET('/api/v1/dashboard/people', {
          params: { query: { cycle, team, objectives: Number(objectives), after: pageParam, limit: 100 } },
        }),
      ),
    ...pages,
  });
