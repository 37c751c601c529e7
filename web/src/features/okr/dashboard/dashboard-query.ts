import { keepPreviousData, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, got } from '@/lib/client';
import { onNews } from '@/lib/live';

export type DashboardScope = { cycle?: string; team?: string; person?: string; everybody?: boolean };

const dashboardQuery = (scope: DashboardScope) =>
  queryOptions({
    queryKey: ['okr', 'dashboard', scope],
    queryFn: () => got(api.GET('/api/v1/dashboard', { params: { query: scope } })),
    placeholderData: keepPreviousData,
  });

const breathMs = 250;

/** The figures of a scope, counted again soon after anything has changed anywhere. */
export function useDashboard(scope: DashboardScope) {
  const queryClient = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const leave = onNews(() => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void queryClient.invalidateQueries({ queryKey: ['okr', 'dashboard'] });
      }, breathMs);
    });
    return () => {
      leave();
      clearTimeout(timer);
    };
  }, [queryClient]);
  return useQuery(dashboardQuery(scope));
}
