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
import { text } from '@/lib/address';
import { Refused } from '@/lib/client';
import type { CountedSearch, SaidSearch } from '@/features/okr/dashboard/counted-queries';
import { askForGraph } from '@/features/okr/filter/queries';
import { objectiveQuery, weekQuery } from '@/features/okr/parts/queries';
import { readSearch } from '@/features/okr/filter/search';
import { meQuery } from '@/lib/session';
import { Skeleton } from '@/ui/Skeleton';
import { statusOrder } from '@/ui/marks/status-order';
import { NotFoundPage } from './NotFoundPage';
import { FailurePage } from './FailurePage';
import { Shell } from './Shell';
import { Stage } from './Stage';

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({ notFoundComponent: NotFoundPage });

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

type Arrival = { context: { queryClient: QueryClient }; location: { href: string } };

/** Who is not signed in signs in first, and comes back. */
async function signedIn({ context, location }: Arrival) {
  try {
    await context.queryClient.ensureQueryData(meQuery);
  } catch (failure) {
    const signedOut = failure instanceof Refused && failure.problem.status === 401;
    if (signedOut) throw redirect({ to: '/sign-in', search: { back: location.href } });
    throw failure;
  }
}

/** Every page of the product: for people who are signed in, in the cycle that the address names. */
const shell = createRoute({
  getParentRoute: () => root,
  id: 'in',
  validateSearch: (search: Record<string, unknown>): { cycle?: string } => ({ cycle: text(search.cycle) }),
  search: { middlewares: [retainSearchParams(['cycle'])] },
  beforeLoad: signedIn,
  component: Shell,
});

/** A page begins with its answer where that comes soon, and is drawn once. What fails is asked for again by the page, which says so. */
const there = (answer: Promise<unknown>) => answer.then(nothing, nothing);
const nothing = () => undefined;

/** For pages that say nothing while there is no cycle. */
const staticData = { ofCycle: true } as const;

const week = createRoute({
  getParentRoute: () => shell,
  path: '/',
  staticData,
  loaderDeps: ({ search: { cycle } }) => ({ cycle }),
  loader: ({ context, deps }) => there(context.queryClient.ensureQueryData(weekQuery(deps.cycle))),
  component: lazyRouteComponent(() => import('@/features/okr/home/MyWeekPage'), 'MyWeekPage'),
});

const checkIn = createRoute({
  getParentRoute: () => shell,
  path: '/check-in',
  staticData,
  validateSearch: (search: Record<string, unknown>): { at?: string; objective?: string } => ({
    at: text(search.at),
    objective: text(search.objective),
  }),
  component: lazyRouteComponent(() => import('@/features/okr/check_in/CheckInPage'), 'CheckInPage'),
});

const okrs = createRoute({
  getParentRoute: () => shell,
  path: '/okrs',
  staticData,
  validateSearch: readSearch,
  loaderDeps: ({ search: { cycle } }) => ({ cycle }),
  loader: ({ context, deps }) => there(askForGraph(context.queryClient, deps.cycle)),
  component: lazyRouteComponent(() => import('@/features/okr/overview/OkrsPage'), 'OkrsPage'),
});

const team = createRoute({
  getParentRoute: () => shell,
  path: '/teams/$teamId',
  staticData,
  component: lazyRouteComponent(() => import('@/features/okr/board/TeamBoardPage'), 'TeamBoardPage'),
});

const objective = createRoute({
  getParentRoute: () => shell,
  path: '/objectives/$objectiveId',
  loader: ({ context, params }) =>
    there(context.queryClient.ensureQueryData(objectiveQuery(params.objectiveId))),
  component: lazyRouteComponent(() => import('@/features/okr/objective/ObjectivePage'), 'ObjectivePage'),
});

const write = createRoute({
  getParentRoute: () => shell,
  path: '/write',
  staticData,
  validateSearch: (
    search: Record<string, unknown>,
  ): { team?: string; supports?: string; objective?: string; title?: string; kpi?: string } => ({
    team: text(search.team),
    kpi: text(search.kpi),
    title: text(search.title),
    supports: text(search.supports),
    objective: text(search.objective),
  }),
  component: lazyRouteComponent(
    () => import('@/features/okr/draft/WriteObjectivePage'),
    'WriteObjectivePage',
  ),
});

const people = createRoute({
  getParentRoute: () => shell,
  path: '/people',
  validateSearch: (search: Record<string, unknown>): { text?: string; team?: string } => ({
    text: text(search.text),
    team: text(search.team),
  }),
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
  staticData,
  component: lazyRouteComponent(() => import('@/features/notify/DigestPage'), 'DigestPage'),
});

const marked = (value: unknown) => (String(value) === 'true' ? 'true' : undefined);

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

const countedKeyResults = createRoute({
  getParentRoute: () => shell,
  path: '/dashboard/key-results',
  staticData,
  validateSearch: (search: Record<string, unknown>): CountedSearch => ({
    team: text(search.team),
    person: text(search.person),
    everybody: marked(search.everybody),
    status: statusOrder.find((known) => known === search.status),
    late: text(search.late),
    tenth: text(search.tenth),
    success: text(search.success),
    unmeasured: text(search.unmeasured),
  }),
  component: lazyRouteComponent(
    () => import('@/features/okr/dashboard/CountedKeyResultsPage'),
    'CountedKeyResultsPage',
  ),
});

const countedCheckIns = createRoute({
  getParentRoute: () => shell,
  path: '/dashboard/check-ins',
  staticData,
  validateSearch: (search: Record<string, unknown>): SaidSearch => ({
    week: text(search.week) ?? '1',
    team: text(search.team),
    person: text(search.person),
    everybody: marked(search.everybody),
    low: text(search.low),
  }),
  component: lazyRouteComponent(
    () => import('@/features/okr/dashboard/CountedCheckInsPage'),
    'CountedCheckInsPage',
  ),
});

const countedPeople = createRoute({
  getParentRoute: () => shell,
  path: '/dashboard/people',
  staticData,
  validateSearch: (search: Record<string, unknown>): { objectives: string; team?: string } => ({
    team: text(search.team),
    objectives: text(search.objectives) ?? '1',
  }),
  component: lazyRouteComponent(
    () => import('@/features/okr/dashboard/CountedPeoplePage'),
    'CountedPeoplePage',
  ),
});

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
  component: lazyRouteComponent(() => import('@/features/kpi/KpisPage'), 'KpisPage'),
});

const kpi = createRoute({
  getParentRoute: () => shell,
  path: '/kpis/$kpiId',
  component: lazyRouteComponent(() => import('@/features/kpi/KpiPage'), 'KpiPage'),
});

const cycle = createRoute({
  getParentRoute: () => shell,
  path: '/cycles/$cycleId',
  component: lazyRouteComponent(() => import('@/features/okr/cycle/CyclePage'), 'CyclePage'),
});

const close = createRoute({
  getParentRoute: () => shell,
  path: '/objectives/$objectiveId/close',
  component: lazyRouteComponent(() => import('@/features/okr/closing/ClosePage'), 'ClosePage'),
});

const retro = createRoute({
  getParentRoute: () => shell,
  path: '/teams/$teamId/retro/$cycleId',
  component: lazyRouteComponent(() => import('@/features/okr/retro/RetroPage'), 'RetroPage'),
});

const learnings = createRoute({
  getParentRoute: () => shell,
  path: '/learnings',
  validateSearch: (
    search: Record<string, unknown>,
  ): { team?: string; of?: string; text?: string; from?: string } => ({
    team: text(search.team),
    of: text(search.of),
    text: text(search.text),
    from: text(search.from),
  }),
  component: lazyRouteComponent(() => import('@/features/okr/retro/LearningsPage'), 'LearningsPage'),
});

/** Pages that take the whole screen. */
const stage = createRoute({
  getParentRoute: () => root,
  id: 'stage',
  validateSearch: (search: Record<string, unknown>): { cycle?: string } => ({ cycle: text(search.cycle) }),
  beforeLoad: signedIn,
  component: Stage,
});

const present = createRoute({
  getParentRoute: () => stage,
  path: '/teams/$teamId/present',
  validateSearch: (search: Record<string, unknown>): { at?: string } => ({ at: text(search.at) }),
  component: lazyRouteComponent(() => import('@/features/okr/present/PresentPage'), 'PresentPage'),
});

const orgTree = createRoute({
  getParentRoute: () => shell,
  path: '/people/tree',
  validateSearch: (search: Record<string, unknown>): { at?: string; turned?: string } => ({
    at: text(search.at),
    turned: text(search.turned),
  }),
  component: lazyRouteComponent(() => import('@/features/people/OrgTreePage'), 'OrgTreePage'),
});

const person = createRoute({
  getParentRoute: () => shell,
  path: '/people/$personId',
  component: lazyRouteComponent(() => import('@/features/people/PersonPage'), 'PersonPage'),
});

const teams = createRoute({
  getParentRoute: () => shell,
  path: '/teams',
  component: lazyRouteComponent(() => import('@/features/people/TeamsPage'), 'TeamsPage'),
});

const teamPeople = createRoute({
  getParentRoute: () => shell,
  path: '/teams/$teamId/people',
  component: lazyRouteComponent(() => import('@/features/people/TeamPeoplePage'), 'TeamPeoplePage'),
});

const guidelines = createRoute({
  getParentRoute: () => shell,
  path: '/guidelines',
  component: lazyRouteComponent(() => import('@/features/guide/GuidelinesPage'), 'GuidelinesPage'),
});

const alignment = createRoute({
  getParentRoute: () => shell,
  path: '/alignment',
  component: lazyRouteComponent(
    () => import('@/features/okr/alignment/AlignmentReportPage'),
    'AlignmentReportPage',
  ),
});

const figures = createRoute({
  getParentRoute: () => shell,
  path: '/figures',
  component: lazyRouteComponent(() => import('@/features/guide/FiguresPage'), 'FiguresPage'),
});

const account = createRoute({
  getParentRoute: () => shell,
  path: '/settings',
  component: lazyRouteComponent(() => import('./AccountFrame'), 'AccountFrame'),
});

const accountIndex = createRoute({
  getParentRoute: () => account,
  path: '/',
  component: lazyRouteComponent(() => import('@/features/identity/AccountPage'), 'AccountPage'),
});

const tokens = createRoute({
  getParentRoute: () => account,
  path: '/tokens',
  component: lazyRouteComponent(() => import('@/features/identity/TokensPage'), 'TokensPage'),
});

const admin = createRoute({
  getParentRoute: () => shell,
  path: '/admin',
  component: lazyRouteComponent(() => import('./AdminFrame'), 'AdminFrame'),
});

const adminIndex = createRoute({
  getParentRoute: () => admin,
  path: '/',
  beforeLoad: async ({ context }) => {
    const { may } = await context.queryClient.ensureQueryData(meQuery);
    if (may.includes('add_person')) throw redirect({ to: '/admin/people' });
    if (may.includes('read_audit')) throw redirect({ to: '/admin/audit' });
  },
});

const adminPeople = createRoute({
  getParentRoute: () => admin,
  path: '/people',
  validateSearch: (search: Record<string, unknown>): { text?: string; left?: string } => ({
    text: text(search.text),
    left: text(search.left),
  }),
  component: lazyRouteComponent(() => import('@/features/people/AdminPeoplePage'), 'AdminPeoplePage'),
});

const invitations = createRoute({
  getParentRoute: () => admin,
  path: '/invitations',
  component: lazyRouteComponent(() => import('@/features/identity/InvitationsPage'), 'InvitationsPage'),
});

const adminTeams = createRoute({
  getParentRoute: () => admin,
  path: '/teams',
  component: lazyRouteComponent(() => import('@/features/people/AdminTeamsPage'), 'AdminTeamsPage'),
});

const adminCycles = createRoute({
  getParentRoute: () => admin,
  path: '/cycles',
  component: lazyRouteComponent(() => import('@/features/okr/cycle/AdminCyclesPage'), 'AdminCyclesPage'),
});

const organisation = createRoute({
  getParentRoute: () => admin,
  path: '/organisation',
  component: lazyRouteComponent(() => import('@/features/people/OrganisationPage'), 'OrganisationPage'),
});

const importing = createRoute({
  getParentRoute: () => admin,
  path: '/import',
  validateSearch: (search: Record<string, unknown>): { kind?: string } => ({ kind: text(search.kind) }),
  component: lazyRouteComponent(() => import('@/features/connect/ImportPage'), 'ImportPage'),
});

const sent = createRoute({
  getParentRoute: () => admin,
  path: '/sent',
  validateSearch: (
    search: Record<string, unknown>,
  ): { show?: string; kind?: string; person?: string; job?: string } => ({
    show: text(search.show),
    kind: text(search.kind),
    person: text(search.person),
    job: text(search.job),
  }),
  component: lazyRouteComponent(() => import('@/features/notify/SentPage'), 'SentPage'),
});

const audit = createRoute({
  getParentRoute: () => admin,
  path: '/audit',
  validateSearch: (search: Record<string, unknown>): { subject?: string; actor?: string } => ({
    subject: text(search.subject),
    actor: text(search.actor),
  }),
  component: lazyRouteComponent(() => import('@/features/audit/AuditPage'), 'AuditPage'),
});

const tree = root.addChildren([
  signIn,
  setPassword,
  forgot,
  stage.addChildren([present]),
  shell.addChildren([
    week,
    checkIn,
    okrs,
    team,
    objective,
    write,
    people,
    ...dashboards,
    countedKeyResults,
    countedCheckIns,
    countedPeople,
    kpis,
    kpi,
    cycle,
    close,
    retro,
    learnings,
    inbox,
    noticeSettings,
    digest,
    orgTree,
    person,
    teams,
    teamPeople,
    guidelines,
    alignment,
    figures,
    account.addChildren([accountIndex, tokens]),
    admin.addChildren([
      adminIndex,
      adminPeople,
      invitations,
      adminTeams,
      adminCycles,
      organisation,
      importing,
      sent,
      audit,
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
