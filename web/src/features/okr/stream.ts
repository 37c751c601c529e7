import type { Change, CheckIn, Comment, Objective } from './shapes';

type Person = { name: string };
export type Event = { at: number; by: Person } & (
  { kind: 'check-in'; is: CheckIn } | { kind: 'comment'; is: Comment } | { kind: 'change'; is: Change }
);

/** Check-ins, comments and changes as one story, newest first. */
export function stream({ check_ins, comments, changes }: Objective): Event[] {
  const events: Event[] = [
    ...check_ins.map((is): Event => ({ kind: 'check-in', at: is.at, by: is.author, is })),
    ...comments.map((is): Event => ({ kind: 'comment', at: is.created_at, by: is.author, is })),
    ...changes.map((is): Event => ({ kind: 'change', at: is.at, by: is.changed_by, is })),
  ];
  return events.sort((a, b) => b.at - a.at);
}
