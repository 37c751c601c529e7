import type { GraphNode } from '../parts/shapes';
import { withSubteams } from '../parts/team-tree';
import type { Filter } from './search';

type Facts = Pick<
  GraphNode,
  | 'title'
  | 'level'
  | 'team_id'
  | 'shown_in'
  | 'person_id'
  | 'accountable'
  | 'state'
  | 'parent_id'
  | 'status'
  | 'days_late'
  | 'from_below'
>;

/** Those that the filter asks for; none where it asks for no team. */
type Teams = ReadonlySet<string> | undefined;

export const teamsAsked = ({ team }: Filter, teams: Parameters<typeof withSubteams>[0]): Teams =>
  team ? withSubteams(teams, team) : undefined;

/** Upper case first: "ß" and "SS" are the same to who searches. */
export const folded = (text: string) => text.toUpperCase().toLowerCase();

const isSettled = ({ state }: Facts) => state === 'published' || state === 'closed';
const isAtRisk = ({ status }: Facts) => status === 'at_risk' || status === 'off_track';
const isUnlinked = ({ level, parent_id }: Facts) => level !== 'company' && !parent_id;

/** A team is asked for with all below it and its people, unless it is asked for alone. */
const isInTeam = (filter: Filter, { team_id, shown_in }: Facts, teams: ReadonlySet<string>) =>
  filter.only_team ? team_id === filter.team : shown_in !== null && teams.has(shown_in);

function isInState({ state }: Filter, node: Facts) {
  if (!state) return node.state !== 'cancelled';
  return state === 'settled' ? isSettled(node) : node.state === state;
}

/** Does the filter let this objective through? The server answers the same in its export: both run its filters.json. */
export function shows(filter: Filter, node: Facts, teams: Teams, title = folded(node.title)): boolean {
  if (!isInState(filter, node)) return false;
  if (teams && !isInTeam(filter, node, teams)) return false;
  if (filter.person && node.accountable.id !== filter.person && node.person_id !== filter.person)
    return false;
  if (filter.level && node.level !== filter.level) return false;
  if (filter.status && !(isSettled(node) && node.status === filter.status)) return false;
  if (filter.at_risk && !isAtRisk(node)) return false;
  if (filter.stale && !(node.days_late > 0)) return false;
  if (filter.unlinked && !isUnlinked(node)) return false;
  if (filter.linked && !node.parent_id) return false;
  if (filter.from_below && !node.from_below) return false;
  return !filter.text || title.includes(folded(filter.text.trim()));
}
