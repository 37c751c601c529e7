import type { QueryClient } from '@tanstack/react-query';
import {
  createRoute,
  createRouter,
  lazyRouteComponent,
  parseSearchWith,
  redirect,
  stringifySearchWith,
  type RouterHistory,
} from '@tanstack/react-router';
import { routes as audit } from '@/features/audit/routes';
import { routes as connect } from '@/features/connect/routes';
import { routes as guide } from '@/features/guide/routes';
import { routes as identity } from '@/features/identity/routes';
import { routes as kpi } from '@/features/kpi/routes';
import { routes as notify } from '@/features/notify/routes';
import { routes as okr } from '@/features/okr/routes';
import { routes as people } from '@/features/people/routes';
import { marked } from '@/lib/address';
import { account, admin, root, shell, stage, staticData } from '@/lib/frame';
import { meQuery } from '@/lib/session';
import { Skeleton } from '@/ui/Skeleton';
import { FailurePage } from './FailurePage';
import { NotFoundPage } from './NotFoundPage';
import { adminParts } from './places';
import { Shell } from './Shell';
import { Stage } from './Stage';

root.update({ notFoundComponent: NotFoundPage });
shell.update({ component: Shell });
stage.update({ component: Stage });
account.update({ component: lazyRouteComponent(() => import('./AccountFrame'), 'AccountFrame') });
admin.update({ component: lazyRouteComponent(() => import('./AdminFrame'), 'AdminFrame') });

const adminIndex = createRoute({
  getParentRoute: () => admin,
  path: '/',
  beforeLoad: async ({ context }) => {
    const { may } = await context.queryClient.ensureQueryData(meQuery);
    const first = adminParts.find((part) => may.includes(part.may));
    if (first) throw redirect({ to: first.to });
  },
});

/** Of two features: what is reached, and how the KPIs run. */
const dashboardPage = lazyRouteComponent(() => import('./DashboardPage'), 'DashboardPage');
const dashboards = [
  createRoute({
    getParentRoute: () => shell,
    path: '/dashboard',
    staticData,
    validateSearch: (search: Record<string, unknown>): { everybody?: 'true' } => ({
      everybody: marked(search.everybody),
    }),
    component: dashboardPage,
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/teams/$teamId/dashboard',
    staticData,
    component: dashboardPage,
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/people/$personId/dashboard',
    staticData,
    component: dashboardPage,
  }),
] as const;

const tree = root.addChildren([
  ...identity.root,
  stage.addChildren([...okr.stage]),
  shell.addChildren([
    ...okr.shell,
    ...dashboards,
    ...kpi.shell,
    ...notify.shell,
    ...people.shell,
    ...guide.shell,
    account.addChildren([...identity.account]),
    admin.addChildren([
      adminIndex,
      ...people.admin,
      ...identity.admin,
      ...okr.admin,
      ...connect.admin,
      ...notify.admin,
      ...audit.admin,
    ]),
  ]),
]);

/** In milliseconds: what takes longer shows its skeleton. */
export const soon = 150;

export const makeRouter = (queryClient: QueryClient, history?: RouterHistory) =>
  createRouter({
    history,
    routeTree: tree,
    context: { queryClient },
    // What stands in an address is text: an id of digits alone must not turn into a number.
    parseSearch: parseSearchWith((value) => value),
    stringifySearch: stringifySearchWith(String),
    defaultPreload: 'intent',
    scrollRestoration: true,
    defaultErrorComponent: FailurePage,
    defaultPendingComponent: () => <Skeleton />,
    defaultPendingMs: soon,
  });

export type Router = ReturnType<typeof makeRouter>;

declare module '@tanstack/react-router' {
  interface Register {
    router: Router;
  }
}
