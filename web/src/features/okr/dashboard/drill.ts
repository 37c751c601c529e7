import type { Status } from '@/ui/marks/StatusMark';
import type { Dashboard } from '../parts/shapes';
import type { OverviewSearch } from '../filter/search';

type Scope = Pick<Dashboard, 'team' | 'person' | 'everybody'>;
type Asked = { team?: string; person?: string; everybody?: 'true' };
type Cycle = { cycle?: string };
type KeyResults = { status?: Status; late?: string; tenth?: string; success?: string; unmeasured?: string };

const of = ({ team, person, everybody }: Scope) => ({
  ...(team && { team: team.id }),
  ...(person && { person: person.id }),
  ...(everybody && { everybody: 'true' as const }),
});

/** The filter of the list that lets through what a dashboard counts. */
const filterOf = ({ team, person, everybody }: Scope): OverviewSearch => {
  if (team) return { team: team.id, only_team: 'true' };
  if (person) return { person: person.id };
  return everybody ? {} : { level: 'company' };
};

/** The objectives behind a figure: what is published or closed, as the figures count it. Nothing else has a status. */
export const listOf = (scope: Scope, filter: OverviewSearch = { state: 'settled' }) => ({
  to: '/okrs' as const,
  search: ({ cycle }: Cycle): Cycle & OverviewSearch => ({
    cycle,
    ...filterOf(scope),
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

export const dashboardOf = ({ team, person, everybody }: Asked) => {
  if (team) return { to: '/teams/$teamId/dashboard' as const, params: { teamId: team } };
  if (person) return { to: '/people/$personId/dashboard' as const, params: { personId: person } };
  return { to: '/dashboard' as const, search: ({ cycle }: Cycle) => ({ cycle, everybody }) };
};
