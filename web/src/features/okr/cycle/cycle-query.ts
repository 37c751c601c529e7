import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, got } from '@/lib/client';
import type { Cycle, MidcycleItem } from '../parts/shapes';

const path = (cycle: string) => ({ params: { path: { cycle } } });

export const calendarQuery = (cycle: string) =>
  queryOptions({
    queryKey: ['okr', 'calendar', cycle],
    queryFn: () => got(api.GET('/api/v1/cycles/{cycle}/calendar', path(cycle))),
  });

export const summaryQuery = (cycle: string) =>
  queryOptions({
    queryKey: ['okr', 'cycle-summary', cycle],
    queryFn: () => got(api.GET('/api/v1/cycles/{cycle}/summary', path(cycle))),
  });

export const midcycleQuery = (cycle: string) =>
  queryOptions({
    queryKey: ['okr', 'midcycle', cycle],
    queryFn: () => got(api.GET('/api/v1/cycles/{cycle}/midcycle', path(cycle))),
  });

export const openObjectivesQuery = (cycle: string) =>
  queryOptions({
    queryKey: ['okr', 'open', cycle],
    queryFn: () =>
      got(api.GET('/api/v1/objectives', { params: { query: { cycle, state: 'published', limit: 50 } } })),
  });

export function useMovePhase(cycle: Cycle) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: { phase: Cycle['phase']; without_retros?: boolean }) =>
      got(
        api.PATCH('/api/v1/cycles/{cycle}', {
          params: { path: { cycle: cycle.id }, header: { 'If-Match': `"${cycle.version}-0"` } },
          body,
        }),
      ),
    onSettled: () => void queryClient.invalidateQueries({ queryKey: ['okr'] }),
  });
}

export type Decision = NonNullable<MidcycleItem['decision']>['decision'];

export function useDecide(objective: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: { decision: Decision; reason?: string }) =>
      got(api.PUT('/api/v1/objectives/{objective}/midcycle', { params: { path: { objective } }, body })),
    onSuccess: () => void queryClient.invalidateQueries({ queryKey: ['okr'] }),
  });
}
