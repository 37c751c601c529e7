import { useQuery } from '@tanstack/react-query';
import { day } from '@/lib/format';
import { t } from '@/lib/i18n';
import { calendarQuery } from '../cycle/cycle-query';
import type { Retro, RetroCard } from '../parts/shapes';
import styles from './Retro.module.css';

const marks = { celebrate: 'closing', learn: 'closing', shifted: 'midcycle', next: 'retro' };

/** What an empty column is filled with by itself, and from when on. */
export function RetroFills({ retro, part }: { retro: Retro; part: RetroCard['part'] }) {
  const { data } = useQuery(calendarQuery(retro.cycle.id));
  const mark = data?.entries.find(({ kind }) => kind === marks[part]);
  return (
    mark && <p className={`${styles.fills} no-print`}>{t(`retro.${part}.fills`, { day: day(mark.from) })}</p>
  );
}
