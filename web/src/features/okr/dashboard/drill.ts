import type { Dashboard } from '../shapes';

/** The list of objectives behind a figure. */
export const listOf = ({ team, person }: Dashboard, more: Record<string, string> = {}) => ({
  to: '/okrs' as const,
  search: (before: object) => ({
    ...before,
    ...(team && { team: team.id }),
    ...(person && { person: person.id }),
    ...more,
  }),
});
