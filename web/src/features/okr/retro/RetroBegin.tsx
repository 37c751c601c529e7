import { useQuery } from '@tanstack/react-query';
import { day } from '@/lib/format';
import { t } from '@/lib/i18n';
import { calendarQuery } from '../cycle/cycle-query';
import type { CycleCalendar } from '../parts/shapes';
import styles from './Retro.module.css';

/** Before the first line: when the retro is, and how it goes. */
export function RetroBegin({ cycle }: { cycle: string }) {
  const { data } = useQuery(calendarQuery(cycle));
  const week = data?.entries.find(({ kind }) => kind === 'retro');
  return (
    <section className={`card no-print ${styles.begin}`}>
      {data && week && <h2>{t(`retro.week.${placeOf(week, data.today)}`, daysOf(week))}</h2>}
      <p className="soft">{t('retro.begin')}</p>
    </section>
  );
}

type Entry = CycleCalendar['entries'][number];
const daysOf = ({ from, until }: Entry) => ({ from: day(from), until: day(until) });
const placeOf = ({ from, until }: Entry, today: string) =>
  today < from ? 'ahead' : today > until ? 'past' : 'now';
