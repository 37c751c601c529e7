import { t } from '@/lib/i18n';
import type { IconName } from '@/ui/icons';
import type { Notice } from './shapes';

const icons: Record<Notice['kind'], IconName> = {
  check_in_due: 'check',
  check_in_late: 'clock',
  handed_up: 'clock',
  mention: 'comment',
  comment: 'comment',
  blocker_raised: 'help',
  blocker_resolved: 'check',
  dependency_asked: 'link',
  dependency_answered: 'link',
  company_published: 'flag',
  acknowledged: 'check',
  thanked: 'flag',
  low_confidence: 'help',
  link_proposed: 'link',
  link_accepted: 'link',
  company_cancelled: 'flag',
  imported: 'target',
  kpi_out_of_range: 'gauge',
  cycle_created: 'flag',
  midcycle: 'change',
  closing_begun: 'flag',
  retro_due: 'comment',
  parent_cancelled: 'flag',
  parent_retitled: 'change',
  handed_over: 'flag',
  taken_over: 'change',
  left_behind: 'people',
  reminded: 'clock',
  access_link: 'help',
  access_guessed: 'help',
  readdressed: 'change',
  manager_set: 'people',
  put_into_team: 'people',
  taken_out_of_team: 'people',
  lead_given: 'flag',
  lead_taken: 'change',
};

export const noticeIcon = ({ kind }: Notice) => icons[kind];

export const noticeText = ({ kind, actor, amount, days }: Notice) =>
  t(`notice.${kind}`, {
    who: actor?.name ?? t(kind === 'access_link' ? 'notice.operator' : 'notice.somebody'),
    count: amount,
    days,
  });

const toObjective = (objectiveId: string, hash?: string) =>
  ({ to: '/objectives/$objectiveId', params: { objectiveId }, hash }) as const;

/** Where a notice can be answered. */
export function placeOf({
  page,
  objective,
  place_id,
  team_id,
}: Pick<Notice, 'page' | 'objective' | 'place_id' | 'team_id'>) {
  if (page === 'okrs') return { to: '/okrs' } as const;
  if (place_id && page === 'kpi') return { to: '/kpis/$kpiId', params: { kpiId: place_id } } as const;
  if (place_id && page === 'cycle') return { to: '/cycles/$cycleId', params: { cycleId: place_id } } as const;
  if (place_id && team_id && page === 'retro')
    return { to: '/teams/$teamId/retro/$cycleId', params: { teamId: team_id, cycleId: place_id } } as const;
  if (place_id && page === 'person')
    return { to: '/people/$personId', params: { personId: place_id } } as const;
  if (objective && page === 'comment') return toObjective(objective.id, place_id ?? undefined);
  if (objective && page === 'objective') return toObjective(objective.id);
  return { to: '/check-in' } as const;
}

const hour = 3_600_000;

/** Eight in the morning, so many days from now. */
export function morning(days: number, now = Date.now()) {
  const at = new Date(now + days * 24 * hour);
  at.setHours(8, 0, 0, 0);
  return at.getTime();
}

/** When a notice may come back: tomorrow, or on Monday. */
export function pauses(now = Date.now()) {
  const weekday = new Date(now).getDay();
  return { tomorrow: morning(1, now), monday: morning(weekday === 0 ? 1 : 8 - weekday, now) };
}
