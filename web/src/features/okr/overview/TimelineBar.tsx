import { day, dayOfYear } from '@/lib/format';
import { t } from '@/lib/i18n';
import type { CycleTimeline, TimelineBar as Bar } from '../parts/shapes';
import type { State } from '../filter/search';
import { monthsOf, percent, placeOf } from './timeline-scale';
import styles from './Timeline.module.css';

type Span = Pick<CycleTimeline, 'starts_on' | 'ends_on' | 'midcycle_on' | 'today'>;

/** One objective over the days of the cycle, with what is due and what was said. */
export function TimelineBar({ bar, span, state }: { bar: Bar; span: Span; state: State }) {
  const at = (one: string) => percent(placeOf(one, span));
  const width = percent(Math.max(0.004, placeOf(bar.ends_on, span) - placeOf(bar.starts_on, span)));
  const last = bar.checked_in_on.at(-1);
  const words = [
    t('timeline.bar', { from: day(bar.starts_on), until: day(bar.ends_on) }),
    bar.due_on.length > 0 && t('timeline.due', { days: bar.due_on.map((one) => day(one)).join(', ') }),
    last ? t('timeline.said', { count: bar.checked_in_on.length, last: day(last) }) : t('timeline.silent'),
  ];
  return (
    <svg className={styles.bar} role="img" aria-label={words.filter(Boolean).join('; ')}>
      <title>{words.filter(Boolean).join('; ')}</title>
      <Days span={span} />
      <rect
        className={`${styles.run} ${styles[state]}`}
        x={at(bar.starts_on)}
        width={width}
        y="11"
        height="10"
        rx="3"
      />
      {bar.checked_in_on.map((one) => (
        <line key={one} className={styles.tick} x1={at(one)} x2={at(one)} y1="8" y2="24" />
      ))}
      {bar.due_on.map((one) => (
        <svg key={one} x={at(one)} overflow="visible">
          <path className={styles.due} d="M0 10.5 5.5 16 0 21.5-5.5 16z" />
        </svg>
      ))}
    </svg>
  );
}

function Days({ span }: { span: Span }) {
  const at = (one: string) => percent(placeOf(one, span));
  const running = span.today >= span.starts_on && span.today <= span.ends_on;
  return (
    <>
      {monthsOf(span).map((one) => (
        <line key={one} className={styles.month} x1={at(one)} x2={at(one)} y1="0" y2="100%" />
      ))}
      <line
        className={styles.midcycle}
        x1={at(span.midcycle_on)}
        x2={at(span.midcycle_on)}
        y1="0"
        y2="100%"
      />
      {running && <line className={styles.today} x1={at(span.today)} x2={at(span.today)} y1="0" y2="100%" />}
    </>
  );
}

export function TimelineAxis({ span }: { span: Span }) {
  return (
    <svg className={styles.bar} aria-hidden="true">
      <Days span={span} />
      {monthsOf(span).map((one) => (
        <svg key={one} x={percent(placeOf(one, span))} overflow="visible">
          <text className={styles.label} x="4" y="20">
            {dayOfYear(one)}
          </text>
        </svg>
      ))}
    </svg>
  );
}

export function TimelineLegend({ today, midcycle }: { today: string; midcycle: string }) {
  return (
    <ul className={styles.legend} aria-label={t('map.legend')}>
      <li className={styles.keyToday}>{t('timeline.today', { day: today })}</li>
      <li className={styles.keyMidcycle}>{t('timeline.midcycle', { day: midcycle })}</li>
      <li className={styles.keyTick}>{t('timeline.check-in')}</li>
      <li className={styles.keyDue}>{t('timeline.due-day')}</li>
      <li className={styles.keyDraft}>{t('state.draft')}</li>
      <li className={styles.keyClosed}>{t('state.closed')}</li>
    </ul>
  );
}
