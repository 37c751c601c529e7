import { day, daysBetween, dayOfYear } from '@/lib/format';
import { t } from '@/lib/i18n';
import { useWidth } from '@/ui/charts/use-width';
import type { CycleCalendar } from '../parts/shapes';
import styles from './Cycle.module.css';

type Entry = CycleCalendar['entries'][number];

/** The cycle as a line of days with today on it, and the same as a list. */
export function Calendar({ calendar }: { calendar: CycleCalendar }) {
  const { entries, today } = calendar;
  return (
    <section className={`card ${styles.part}`} aria-labelledby="calendar">
      <h2 id="calendar">{t('calendar.title')}</h2>
      <Line calendar={calendar} />
      <ul className={styles.entries}>
        {lines(entries).map((entry) => (
          <li key={`${entry.kind}-${entry.from}`} className={entry.until < today ? styles.past : undefined}>
            <span>
              {entry.times > 1
                ? t('calendar.check_ins', { cadence: calendar.cycle.cadence, count: entry.times })
                : t(`calendar.${entry.kind}`)}
            </span>
            <span className="num">{daysOf(entry)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The check-in days are one line: they are all alike. */
function lines(entries: Entry[]) {
  const check_ins = entries.filter(({ kind }) => kind === 'check_in');
  return entries
    .filter((entry) => entry.kind !== 'check_in' || entry === check_ins[0])
    .map((entry) =>
      entry === check_ins[0]
        ? { ...entry, until: check_ins.at(-1)!.until, times: check_ins.length }
        : { ...entry, times: 1 },
    );
}

const daysOf = ({ from, until }: Entry) =>
  from === until ? day(from) : t('cycle.from-until', { from: day(from), until: day(until) });

function Line({ calendar: { entries, today, cycle } }: { calendar: CycleCalendar }) {
  const [frame, width] = useWidth();
  const first = entries[0]!.from;
  const days = daysBetween(first, entries.at(-1)!.until) + 1;
  const x = (at: string) => 8 + (Math.max(0, Math.min(days, daysBetween(first, at))) / days) * (width - 16);
  const now = today >= first && daysBetween(first, today) <= days;
  return (
    <div ref={frame} className={styles.picture}>
      <svg
        data-chart
        width={width}
        height="74"
        viewBox={`0 0 ${width} 74`}
        role="img"
        aria-label={t('calendar.picture', { today: day(today) })}
      >
        <rect
          className={styles.track}
          x={x(cycle.starts_on)}
          width={x(cycle.ends_on) - x(cycle.starts_on)}
          y="34"
          height="8"
        />
        {now && today > cycle.starts_on && (
          <rect
            className={styles.gone}
            x={x(cycle.starts_on)}
            width={Math.min(x(today), x(cycle.ends_on)) - x(cycle.starts_on)}
            y="34"
            height="8"
          />
        )}
        {entries.map((entry) => (
          <Mark key={`${entry.kind}-${entry.from}`} entry={entry} x={x} />
        ))}
        {now && (
          <>
            <line className={styles.today} x1={x(today)} x2={x(today)} y1="20" y2="56" />
            <text className={styles.now} x={x(today)} y="14" textAnchor={anchor(x(today), width)}>
              {t('calendar.today', { day: dayOfYear(today) })}
            </text>
          </>
        )}
        <text x={x(cycle.starts_on)} y="70" textAnchor="middle">
          {dayOfYear(cycle.starts_on)}
        </text>
        <text x={x(cycle.ends_on)} y="70" textAnchor="middle">
          {dayOfYear(cycle.ends_on)}
        </text>
      </svg>
    </div>
  );
}

const anchor = (x: number, width: number) => (x < 60 ? 'start' : x > width - 60 ? 'end' : 'middle');

function Mark({ entry: { kind, from, until }, x }: { entry: Entry; x: (day: string) => number }) {
  if (kind === 'check_in') return <circle className={styles.tick} cx={x(from)} cy="38" r="3.5" />;
  if (kind === 'midcycle')
    return (
      <path
        className={styles.middle}
        d={`M${x(from)} 29 ${x(from) + 9} 38 ${x(from)} 47 ${x(from) - 9} 38z`}
      />
    );
  return (
    <rect
      className={styles.span}
      x={x(from)}
      width={Math.max(4, x(until) - x(from))}
      y="31"
      height="14"
      rx="3"
    />
  );
}
