import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { t } from '@/lib/i18n';
import { Failure } from '@/ui/Failure';
import { Skeleton } from '@/ui/Skeleton';
import { JobRuns } from './JobRuns';
import { scheduleQuery } from './queries';
import { SendingPlan } from './SendingPlan';
import { SentLog } from './SentLog';
import styles from './Sent.module.css';

const route = getRouteApi('/in/admin/sent');
const views = ['log', 'plan', 'runs'] as const;

/** What the program sends by itself: what it sent, when it does so next, and how its jobs went. */
export function SentPage() {
  const { show } = route.useSearch();
  const { data, error, refetch } = useQuery(scheduleQuery);
  const shown = views.find((view) => view === show) ?? 'log';
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={10} />;
  return (
    <>
      <p className={`soft ${styles.help}`}>{t('sent.text', { days: data.kept_days })}</p>
      <nav aria-label={t('sent.views')} className={styles.views}>
        {views.map((view) => (
          <Link
            key={view}
            to="/admin/sent"
            search={{ show: view === 'log' ? undefined : view }}
            activeOptions={{ exact: true, includeSearch: true }}
            aria-current={view === shown ? 'page' : undefined}
          >
            {t(`sent.${view}`)}
          </Link>
        ))}
      </nav>
      {shown === 'log' && <SentLog kinds={data.kinds.map(({ kind }) => kind)} />}
      {shown === 'plan' && <SendingPlan schedule={data} />}
      {shown === 'runs' && <JobRuns jobs={data.jobs.map(({ job }) => job)} />}
    </>
  );
}
