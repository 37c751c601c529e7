import type { Change, CheckIn, Comment, Objective, Skip } from '../parts/shapes';

type Person = { name: string };
export type Event = { at: number; by: Person } & (
  | { kind: 'check-in'; is: CheckIn }
  | { kind: 'comment'; is: Comment }
  | { kind: 'change'; is: Change }
  | { kind: 'skip'; is: Skip }
);

/** Check-ins, comments, changes and skipped weeks as one story, newest first. */
export function stream({ check_ins, comments, changes, skips }: Objective): Event[] {
  const events: Event[] = [
    ...check_ins.map((is): Event => ({ kind: 'check-in', at: is.at, by: is.author, is })),
    ...comments.map((is): Event => ({ kind: 'comment', at: is.created_at, by: is.author, is })),
    ...changes.map((is): Event => ({ kind: 'change', at: is.at, by: is.changed_by, is })),
    ...skips.map((is): Event => ({ kind: 'skip', at: is.at, by: is.author, is })),
  ];
  return events.sort((a, b) => b.at - a.at);
}
