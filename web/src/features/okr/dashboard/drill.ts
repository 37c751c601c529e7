import type { Status } from '@/ui/StatusMark';
import type { Dashboard } from '../shapes';
import type { OverviewSearch } from '../overview/search';

type Scope = Pick<Dashboard, 'team' | 'person'>;
type Cycle = { cycle?: string };
type KeyResults = { status?: Status; late?: string; tenth?: string; success?: string; unmeasured?: string };

const of = ({ team, person }: Scope) => ({
  ...(team && { team: team.id }),
  ...(person && { person: person.id }),
});

/** The objectives behind a figure: what is published or closed, as the figures count it. Nothing else has a status. */
export const listOf = (scope: Scope, filter: OverviewSearch = { state: 'settled' }) => ({
  to: '/okrs' as const,
  search: ({ cycle }: Cycle): Cycle & OverviewSearch => ({
    cycle,
    ...of(scope),
    ...filter,
  }),
});

export const keyResultsOf = (scope: Scope, asked: KeyResults = {}) => ({
  to: '/dashboard/key-results' as const,
  search: ({ cycle }: Cycle) => ({ cycle, ...of(scope), ...asked }),
});

export const checkInsOf = (scope: Scope, week: number, low?: 'true') => ({
  to: '/dashboard/check-ins' as const,
  search: ({ cycle }: Cycle) => ({ cycle, ...of(scope), week: String(week), low }),
});

export const peopleOf = (scope: Scope, objectives: number) => ({
  to: '/dashboard/people' as const,
  search: ({ cycle }: Cycle) => ({ cycle, ...of(scope), objectives: String(objectives) }),
});

export const dashboardOf = ({ team, person }: { team?: string; person?: string }) => {
  if (team) return { to: '/teams/$teamId/dashboard' as const, params: { teamId: team } };
  if (person) return { to: '/people/$personId/dashboard' as const, params: { personId: person } };
  return { to: '/dashboard' as const };
};
