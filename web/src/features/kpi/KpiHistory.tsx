import { useInfiniteQuery } from '@tanstack/react-query';
import { day, quantity, today } from '@/lib/format';
import { t } from '@/lib/i18n';
import { More } from '@/ui/More';
import { ChartFrame } from '@/ui/charts/ChartFrame';
import { LimitChart } from '@/ui/charts/LimitChart';
import { limitsText } from './kpi-text';
import { entriesQuery } from './queries';
import type { KpiWithEntries } from './shapes';
import styles from './KpiHistory.module.css';

/** Years of values: the picture between the limits, and each entry with who made it. */
export function KpiHistory({ kpi }: { kpi: KpiWithEntries }) {
  const older = useInfiniteQuery(entriesQuery(kpi.id));
  const entries = older.data?.pages.flatMap((page) => page.items) ?? kpi.entries;
  const points = entries
    .filter(({ counts }) => counts)
    .map((entry) => ({ day: entry.day, value: entry.value, note: entry.note || undefined }))
    .reverse();
  const text = (value: number) => quantity(value, kpi.unit);
  return (
    <div className={styles.history}>
      <section className={`card ${styles.part}`}>
        <ChartFrame
          title={t('kpi.history')}
          file={`kpi-${today()}`}
          columns={[t('kpi.day'), t('kpi.value'), t('kpi.note')]}
          rows={points.map(({ day, value, note }) => [day, value, note ?? null])}
          text={(value, column) =>
            column === 0 ? day(String(value)) : column === 1 ? text(Number(value)) : value
          }
          legend={<span>{limitsText(kpi)}</span>}
        >
          <LimitChart
            title={t('kpi.history.of', { name: kpi.name, count: points.length, limits: limitsText(kpi) })}
            points={points}
            low={kpi.low}
            high={kpi.high}
            text={text}
          />
        </ChartFrame>
      </section>
      <section className={`card ${styles.part}`}>
        <h2>{t('kpi.entries')}</h2>
        {entries.length === 0 && <p className="soft">{t('kpi.entries.none')}</p>}
        <ul>
          {entries.map((entry) => (
            <li key={entry.id} className={`${styles.entry} ${entry.counts ? '' : styles.replaced}`}>
              <span className="num">{day(entry.day)}</span>
              <strong className="num">{text(entry.value)}</strong>
              <span dir="auto">{entry.note}</span>
              <span className="soft small">
                {[entry.author.name, !entry.counts && t('kpi.replaced')].filter(Boolean).join(' · ')}
              </span>
            </li>
          ))}
        </ul>
        <More list={older} text={t('kpi.entries.more')} />
      </section>
    </div>
  );
}
