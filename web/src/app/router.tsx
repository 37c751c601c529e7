import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  parseSearchWith,
  redirect,
  retainSearchParams,
  stringifySearchWith,
  type RouterHistory,
} from '@tanstack/react-router';
import { Refused } from '@/lib/client';
import { readSearch } from '@/features/okr/overview/search';
import { meQuery } from '@/lib/session';
import { Skeleton } from '@/ui/Skeleton';
import { NotFoundPage } from './NotFoundPage';
import { FailurePage } from './FailurePage';
import { Shell } from './Shell';

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({ notFoundComponent: NotFoundPage });

const text = (value: unknown) => (typeof value === 'string' && value ? value : undefined);

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { back?: string } => ({ back: text(search.back) }),
  component: lazyRouteComponent(() => import('@/features/identity/SignInPage'), 'SignInPage'),
});

const setPassword = createRoute({
  getParentRoute: () => root,
  path: '/set-password',
  validateSearch: (search: Record<string, unknown>): { token?: string } => ({ token: text(search.token) }),
  component: lazyRouteComponent(() => import('@/features/identity/SetPasswordPage'), 'SetPasswordPage'),
});

const forgot = createRoute({
  getParentRoute: () => root,
  path: '/forgot-password',
  component: lazyRouteComponent(() => import('@/features/identity/ForgotPasswordPage'), 'ForgotPasswordPage'),
});

/** Every page of the product: for people who are signed in, in the cycle that the address names. */
const shell = createRoute({
  getParentRoute: () => root,
  id: 'in',
  validateSearch: (search: Record<string, unknown>): { cycle?: string } => ({ cycle: text(search.cycle) }),
  search: { middlewares: [retainSearchParams(['cycle'])] },
  beforeLoad: async ({ context, location }) => {
    try {
      await context.queryClient.ensureQueryData(meQuery);
    } catch (failure) {
      const signedOut = failure instanceof Refused && failure.problem.status === 401;
      if (signedOut) throw redirect({ to: '/sign-in', search: { back: location.href } });
      throw failure;
    }
  },
  component: Shell,
});

const week = createRoute({
  getParentRoute: () => shell,
  path: '/',
  component: lazyRouteComponent(() => import('@/features/okr/MyWeekPage'), 'MyWeekPage'),
});

const checkIn = createRoute({
  getParentRoute: () => shell,
  path: '/check-in',
  validateSearch: (search: Record<string, unknown>): { at?: string; objective?: string } => ({
    at: text(search.at),
    objective: text(search.objective),
  }),
  component: lazyRouteComponent(() => import('@/features/okr/CheckInPage'), 'CheckInPage'),
});

const okrs = createRoute({
  getParentRoute: () => shell,
  path: '/okrs',
  validateSearch: readSearch,
  component: lazyRouteComponent(() => import('@/features/okr/OkrsPage'), 'OkrsPage'),
});

const team = createRoute({
  getParentRoute: () => shell,
  path: '/teams/$teamId',
  component: lazyRouteComponent(() => import('@/features/okr/TeamBoardPage'), 'TeamBoardPage'),
});

const objective = createRoute({
  getParentRoute: () => shell,
  path: '/objectives/$objectiveId',
  component: lazyRouteComponent(() => import('@/features/okr/ObjectivePage'), 'ObjectivePage'),
});

const write = createRoute({
  getParentRoute: () => shell,
  path: '/write',
  validateSearch: (
    search: Record<string, unknown>,
  ): { team?: string; supports?: string; objective?: string } => ({
    team: text(search.team),
    supports: text(search.supports),
    objective: text(search.objective),
  }),
  component: lazyRouteComponent(() => import('@/features/okr/WriteObjectivePage'), 'WriteObjectivePage'),
});

const people = createRoute({
  getParentRoute: () => shell,
  path: '/people',
  component: lazyRouteComponent(() => import('@/features/people/PeoplePage'), 'PeoplePage'),
});

const inbox = createRoute({
  getParentRoute: () => shell,
  path: '/inbox',
  validateSearch: (search: Record<string, unknown>): { show?: string } => ({ show: text(search.show) }),
  component: lazyRouteComponent(() => import('@/features/notify/InboxPage'), 'InboxPage'),
});

const noticeSettings = createRoute({
  getParentRoute: () => shell,
  path: '/inbox/settings',
  component: lazyRouteComponent(() => import('@/features/notify/NoticeSettingsPage'), 'NoticeSettingsPage'),
});

const digest = createRoute({
  getParentRoute: () => shell,
  path: '/digest',
  component: lazyRouteComponent(() => import('@/features/notify/DigestPage'), 'DigestPage'),
});

const tree = root.addChildren([
  signIn,
  setPassword,
  forgot,
  shell.addChildren([week, checkIn, okrs, team, objective, write, people, inbox, noticeSettings, digest]),
]);

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
    defaultPendingMs: 150,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
