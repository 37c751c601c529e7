import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { marked, text } from '@/lib/address';
import { admin, shell, stage, staticData, there } from '@/lib/frame';
import { statusOrder } from '@/ui/marks/status-order';
import type { CountedSearch, SaidSearch } from './dashboard/counted-queries';
import { askForGraph } from './filter/queries';
import { readSearch } from './filter/search';
import { objectiveQuery, weekQuery } from './parts/queries';

const week = createRoute({
  getParentRoute: () => shell,
  path: '/',
  staticData,
  loaderDeps: ({ search: { cycle } }) => ({ cycle }),
  loader: ({ context, deps }) => there(context.queryClient.ensureQueryData(weekQuery(deps.cycle))),
  component: lazyRouteComponent(() => import('./home/MyWeekPage'), 'MyWeekPage'),
});

const checkIn = createRoute({
  getParentRoute: () => shell,
  path: '/check-in',
  staticData,
  validateSearch: (search: Record<string, unknown>): { at?: string; objective?: string } => ({
    at: text(search.at),
    objective: text(search.objective),
  }),
  component: lazyRouteComponent(() => import('./check_in/CheckInPage'), 'CheckInPage'),
});

const okrs = createRoute({
  getParentRoute: () => shell,
  path: '/okrs',
  staticData,
  validateSearch: readSearch,
  loaderDeps: ({ search: { cycle } }) => ({ cycle }),
  loader: ({ context, deps }) => there(askForGraph(context.queryClient, deps.cycle)),
  component: lazyRouteComponent(() => import('./overview/OkrsPage'), 'OkrsPage'),
});

const team = createRoute({
  getParentRoute: () => shell,
  path: '/teams/$teamId',
  staticData,
  component: lazyRouteComponent(() => import('./board/TeamBoardPage'), 'TeamBoardPage'),
});

const objective = createRoute({
  getParentRoute: () => shell,
  path: '/objectives/$objectiveId',
  loader: ({ context, params }) =>
    there(context.queryClient.ensureQueryData(objectiveQuery(params.objectiveId))),
  component: lazyRouteComponent(() => import('./objective/ObjectivePage'), 'ObjectivePage'),
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
  component: lazyRouteComponent(() => import('./draft/WriteObjectivePage'), 'WriteObjectivePage'),
});

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
  component: lazyRouteComponent(() => import('./dashboard/CountedKeyResultsPage'), 'CountedKeyResultsPage'),
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
  component: lazyRouteComponent(() => import('./dashboard/CountedCheckInsPage'), 'CountedCheckInsPage'),
});

const countedPeople = createRoute({
  getParentRoute: () => shell,
  path: '/dashboard/people',
  staticData,
  validateSearch: (search: Record<string, unknown>): { objectives: string; team?: string } => ({
    team: text(search.team),
    objectives: text(search.objectives) ?? '1',
  }),
  component: lazyRouteComponent(() => import('./dashboard/CountedPeoplePage'), 'CountedPeoplePage'),
});

const cycle = createRoute({
  getParentRoute: () => shell,
  path: '/cycles/$cycleId',
  component: lazyRouteComponent(() => import('./cycle/CyclePage'), 'CyclePage'),
});

const close = createRoute({
  getParentRoute: () => shell,
  path: '/objectives/$objectiveId/close',
  component: lazyRouteComponent(() => import('./closing/ClosePage'), 'ClosePage'),
});

const retro = createRoute({
  getParentRoute: () => shell,
  path: '/teams/$teamId/retro/$cycleId',
  component: lazyRouteComponent(() => import('./retro/RetroPage'), 'RetroPage'),
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
  component: lazyRouteComponent(() => import('./retro/LearningsPage'), 'LearningsPage'),
});

const alignment = createRoute({
  getParentRoute: () => shell,
  path: '/alignment',
  component: lazyRouteComponent(() => import('./alignment/AlignmentReportPage'), 'AlignmentReportPage'),
});

const present = createRoute({
  getParentRoute: () => stage,
  path: '/teams/$teamId/present',
  validateSearch: (search: Record<string, unknown>): { at?: string } => ({ at: text(search.at) }),
  component: lazyRouteComponent(() => import('./present/PresentPage'), 'PresentPage'),
});

const adminCycles = createRoute({
  getParentRoute: () => admin,
  path: '/cycles',
  component: lazyRouteComponent(() => import('./cycle/AdminCyclesPage'), 'AdminCyclesPage'),
});

/** By what is around them. */
export const routes = {
  shell: [
    week,
    checkIn,
    okrs,
    team,
    objective,
    write,
    countedKeyResults,
    countedCheckIns,
    countedPeople,
    cycle,
    close,
    retro,
    learnings,
    alignment,
  ],
  stage: [present],
  admin: [adminCycles],
} as const;
