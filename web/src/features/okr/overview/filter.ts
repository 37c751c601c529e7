import type { GraphNode } from '../shapes';
import type { Filter } from './search';

type Facts = Pick<
  GraphNode,
  | 'title'
  | 'level'
  | 'shown_in'
  | 'person_id'
  | 'accountable'
  | 'state'
  | 'parent_id'
  | 'status'
  | 'days_late'
>;

/** Upper case first: "ß" and "SS" are the same to who searches. */
export const folded = (text: string) => text.toUpperCase().toLowerCase();

const isAtRisk = ({ status }: Facts) => status === 'at_risk' || status === 'off_track';
const isUnlinked = ({ level, parent_id }: Facts) => level !== 'company' && !parent_id;

/** Does the filter let this objective through? The server answers the same in its export: both run its filters.json. */
export function shows(filter: Filter, node: Facts, title = folded(node.title)): boolean {
  if (filter.state ? node.state !== filter.state : node.state === 'cancelled') return false;
  if (filter.team && node.shown_in !== filter.team) return false;
  if (filter.person && node.accountable.id !== filter.person && node.person_id !== filter.person)
    return false;
  if (filter.level && node.level !== filter.level) return false;
  if (filter.at_risk && !isAtRisk(node)) return false;
  if (filter.stale && !(node.days_late > 0)) return false;
  if (filter.unlinked && !isUnlinked(node)) return false;
  return !filter.text || title.includes(folded(filter.text.trim()));
}
