import type { Status } from './StatusMark';

/** What was cancelled is counted nowhere. */
export type CountedStatus = Exclude<Status, 'cancelled'>;

/** As they stand beside each other: what is fine first, what needs a look next, what is not known last. */
export const statusOrder: CountedStatus[] = [
  'done',
  'nearly',
  'learned',
  'partly',
  'missed',
  'unmeasured',
  'on_track',
  'at_risk',
  'off_track',
  'stale',
  'no_news',
  'not_started',
];
