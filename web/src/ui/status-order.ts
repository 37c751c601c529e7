import type { Status } from './StatusMark';

/** As they stand beside each other: what is fine first, what needs a look next, what is not known last. */
export const statusOrder: Status[] = [
  'done',
  'nearly',
  'learned',
  'partly',
  'missed',
  'on_track',
  'at_risk',
  'off_track',
  'stale',
  'no_news',
  'not_started',
];
