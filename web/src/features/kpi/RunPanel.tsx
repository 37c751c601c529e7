import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { t } from '@/lib/i18n';
import { onNews } from '@/lib/live';
import { Failure } from '@/ui/Failure';
import { Skeleton } from '@/ui/Skeleton';
import { HealthMark } from './HealthMark';
import { KpiRow } from './KpiRow';
import { summaryQuery } from './queries';
import type { Health, Scope } from './shapes';
import styles from './RunPanel.module.css';

const order: Health[] = ['out_of_range', 'near', 'healthy', 'unknown'];

/** How things run: the standing measures beside what should change, those first that need attention. */
export function RunPanel({ scope, changes }: { scope: Scope; changes?: number }) {
  const { data, error, refetch } = useQuery(summaryQuery(scope));
  const queryClient = useQueryClient();
  useEffect(
    () => onNews(() => void queryClient.invalidateQueries({ queryKey: ['kpi', 'summary'] })),
    [queryClient],
  );
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={4} />;
  const total = order.reduce((sum, health) => sum + data.counts[health], 0);
  return (
    <section className={`card ${styles.panel}`} aria-labelledby="run">
      <header>
        <h2 id="run">{t('run.title')}</h2>
        <p className="soft small">{t('run.text')}</p>
      </header>
      {total === 0 ? (
        <p className="soft">
          {t('run.none')} <Link to="/kpis">{t('run.all')}</Link>
        </p>
      ) : (
        <>
          <ul className={styles.counts}>
            {order
              .filter((health) => data.counts[health] > 0)
              .map((health) => (
                <li key={health}>
                  <Link to="/kpis" search={{ ...scope, health }}>
                    <HealthMark health={health} count={data.counts[health]} />
                  </Link>
                </li>
              ))}
          </ul>
          {changes === 0 && <p className={styles.hint}>{t('run.no-change', { count: total })}</p>}
          <ul className={styles.list}>
            {data.items.map((kpi) => (
              <KpiRow key={kpi.id} kpi={kpi} />
            ))}
          </ul>
          {data.items.length < total && (
            <Link to="/kpis" search={scope}>
              {t('run.all')}
            </Link>
          )}
        </>
      )}
    </section>
  );
}
