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
};

export const noticeIcon = ({ kind }: Notice) => icons[kind];

export const noticeText = ({ kind, actor, amount, days }: Notice) =>
  t(`notice.${kind}`, { who: actor?.name ?? t('notice.somebody'), count: amount, days });

const remindsMe = ({ kind }: Notice) => kind === 'check_in_due' || kind === 'check_in_late';

/** Where a notice can be answered. */
export const placeOf = (notice: Notice) =>
  remindsMe(notice) || !notice.objective
    ? ({ to: '/check-in' } as const)
    : ({ to: '/objectives/$objectiveId', params: { objectiveId: notice.objective.id } } as const);

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
