import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { text } from '@/lib/address';
import { shell } from '@/lib/frame';

const kpis = createRoute({
  getParentRoute: () => shell,
  path: '/kpis',
  validateSearch: (
    search: Record<string, unknown>,
  ): { team?: string; owner?: string; health?: string; archived?: string } => ({
    team: text(search.team),
    owner: text(search.owner),
    health: text(search.health),
    archived: text(search.archived),
  }),
  component: lazyRouteComponent(() => import('./KpisPage'), 'KpisPage'),
});

const kpi = createRoute({
  getParentRoute: () => shell,
  path: '/kpis/$kpiId',
  component: lazyRouteComponent(() => import('./KpiPage'), 'KpiPage'),
});

/** By what is around them. */
export const routes = {
  shell: [kpis, kpi],
} as const;
