import { day as dayText, number, score, weekday } from '@/lib/format';
import { t } from '@/lib/i18n';
import type { Dashboard } from '../parts/shapes';

type Since = NonNullable<Dashboard['since']>;
type Props = { by: number; day: Since['day']; as: 'count' | 'score' | 'points' };

/** By how much a figure is another than a week ago: an arrow and words, and no judgement. */
export function Moved({ by, day, as }: Props) {
  const size = as === 'score' ? score(Math.abs(by)) : number(Math.abs(by));
  const words = { by: size, count: Math.abs(by), day: weekday(Date.parse(`${day}T12:00:00Z`)) };
  const arrow = by > 0 ? '↑' : '↓';
  return (
    <span className="soft small" title={dayText(day)}>
      {by !== 0 && <span aria-hidden="true">{arrow} </span>}
      {by === 0 ? t('dash.since.same', words) : t(`dash.since.${as}.${by > 0 ? 'more' : 'less'}`, words)}
    </span>
  );
}
