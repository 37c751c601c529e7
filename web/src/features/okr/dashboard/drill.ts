import type { Dashboard } from '../shapes';

type Filter = { at_risk?: 'true'; stale?: 'true' };

/** The list of objectives behind a figure. */
export const listOf = ({ team, person }: Dashboard, filter: Filter = {}) => ({
  to: '/okrs' as const,
  search: (before: { cycle?: string }): { cycle?: string } & Filter => ({
    cycle: before.cycle,
    ...(team && { team: team.id }),
    ...(person && { person: person.id }),
    ...filter,
  }),
});
