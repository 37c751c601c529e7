import { listed, score } from '@/lib/format';
import { t } from '@/lib/i18n';
import type { Status } from './StatusMark';

type Reason = { why: string; value: number; against: number; figures: number[] };

/** How something stands, and why, as the server says it. */
export type Standing = { status: Status; days_late: number; reasons: Reason[] };

const shares = ['behind_pace', 'target_reached', 'parts_behind'];

/** Why a status is what it is, and by how much, in one line. */
export function reasonText({ reasons }: Pick<Standing, 'reasons'>) {
  return reasons
    .map(({ why, value, against, figures }) => {
      const text = shares.includes(why) ? score : String;
      const counted = figures.length > 0;
      return t(`reason.${why}`, {
        value: counted ? value : shares.includes(why) ? score(value) : value,
        against: counted ? against : shares.includes(why) ? score(against) : against,
        figures: listed(figures.map(text)),
        first: figures[0] ?? 0,
      });
    })
    .join('; ');
}

/** How late a stale one is; nothing for any other. */
export const statusDetail = (standing: Standing) =>
  standing.status === 'stale' ? lateDetail(standing) : undefined;

/** Also beside a known risk. */
export const lateDetail = ({ days_late }: Pick<Standing, 'days_late'>) =>
  days_late > 0 ? t('status.days-late', { days: days_late }) : undefined;
