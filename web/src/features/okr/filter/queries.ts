import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { api, got } from '@/lib/client';
import { cyclesQuery } from '../parts/queries';

/** All objectives of a cycle in one answer; what narrows them is applied here, so that it is there at once. */
export const graphQuery = (cycle: string) =>
  queryOptions({
    queryKey: ['okr', 'graph', cycle],
    queryFn: () => got(api.GET('/api/v1/cycles/{cycle}/graph', { params: { path: { cycle } } })),
    staleTime: 60_000,
  });

/** Asks for the objectives of this cycle, or of the current one, while the page is still on its way. */
export async function askForGraph(queryClient: QueryClient, named?: string) {
  const { items } = await queryClient.ensureQueryData(cyclesQuery);
  const cycle = named ?? items.find(({ current }) => current)?.id;
  if (cycle) await queryClient.prefetchQuery(graphQuery(cycle));
}

export const timelineQuery = (cycle: string) =>
  queryOptions({
    queryKey: ['okr', 'timeline', cycle],
    queryFn: () => got(api.GET('/api/v1/cycles/{cycle}/timeline', { params: { path: { cycle } } })),
    staleTime: 60_000,
  });

export const viewsQuery = queryOptions({
  queryKey: ['okr', 'views'],
  queryFn: () => got(api.GET('/api/v1/views', { params: { query: { limit: 200 } } })),
  staleTime: 60_000,
});

export const peopleNamed = (text: string) =>
  queryOptions({
    queryKey: ['people', 'named', text],
    queryFn: () =>
      got(api.GET('/api/v1/people', { params: { query: { text: text || undefined, limit: 20 } } })),
    staleTime: 5 * 60_000,
  });

export const personQuery = (person: string) =>
  queryOptions({
    queryKey: ['people', 'name', person],
    queryFn: () => got(api.GET('/api/v1/people/{person}', { params: { path: { person } } })),
    staleTime: 5 * 60_000,
  });
