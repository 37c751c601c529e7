import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { text } from '@/lib/address';
import { admin, shell } from '@/lib/frame';

const people = createRoute({
  getParentRoute: () => shell,
  path: '/people',
  validateSearch: (search: Record<string, unknown>): { text?: string; team?: string } => ({
    text: text(search.text),
    team: text(search.team),
  }),
  component: lazyRouteComponent(() => import('./PeoplePage'), 'PeoplePage'),
});

const orgTree = createRoute({
  getParentRoute: () => shell,
  path: '/people/tree',
  validateSearch: (search: Record<string, unknown>): { at?: string; turned?: string } => ({
    at: text(search.at),
    turned: text(search.turned),
  }),
  component: lazyRouteComponent(() => import('./OrgTreePage'), 'OrgTreePage'),
});

const person = createRoute({
  getParentRoute: () => shell,
  path: '/people/$personId',
  component: lazyRouteComponent(() => import('./PersonPage'), 'PersonPage'),
});

const teams = createRoute({
  getParentRoute: () => shell,
  path: '/teams',
  component: lazyRouteComponent(() => import('./TeamsPage'), 'TeamsPage'),
});

const teamPeople = createRoute({
  getParentRoute: () => shell,
  path: '/teams/$teamId/people',
  component: lazyRouteComponent(() => import('./TeamPeoplePage'), 'TeamPeoplePage'),
});

const adminPeople = createRoute({
  getParentRoute: () => admin,
  path: '/people',
  validateSearch: (search: Record<string, unknown>): { text?: string; left?: string } => ({
    text: text(search.text),
    left: text(search.left),
  }),
  component: lazyRouteComponent(() => import('./AdminPeoplePage'), 'AdminPeoplePage'),
});

const adminTeams = createRoute({
  getParentRoute: () => admin,
  path: '/teams',
  component: lazyRouteComponent(() => import('./AdminTeamsPage'), 'AdminTeamsPage'),
});

const organisation = createRoute({
  getParentRoute: () => admin,
  path: '/organisation',
  component: lazyRouteComponent(() => import('./OrganisationPage'), 'OrganisationPage'),
});

/** By what is around them. */
export const routes = {
  shell: [people, orgTree, person, teams, teamPeople],
  admin: [adminPeople, adminTeams, organisation],
} as const;
