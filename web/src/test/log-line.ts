import type { components } from '@/api/schema';

type Line = components['schemas']['AuditLine'];

/** A line of the log about Ana Ruiz. */
export const line = (action: string, codes: Record<string, string> = {}, more: Partial<Line> = {}): Line => ({
  id: '0000000000001',
  number: 1,
  at: 0,
  actor_id: null,
  actor: null,
  in_place_of_id: null,
  in_place_of: null,
  action,
  subject: 'person',
  subject_id: null,
  subject_name: 'Ana Ruiz',
  with_id: null,
  with: 'Iris Halden',
  codes: Object.entries(codes).map(([name, value]) => ({ name, value })),
  words: null,
  erased: false,
  ...more,
});
