import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { instant } from '@/lib/format';
import { t } from '@/lib/i18n';
import { Choice } from '@/ui/form/Choice';
import { Failure } from '@/ui/Failure';
import { More } from '@/ui/More';
import { Skeleton } from '@/ui/Skeleton';
import { runsQuery } from './queries';
import { jobText, outcome } from './sent-text';
import styles from './Sent.module.css';

const route = getRouteApi('/in/admin/sent');

/** How the jobs went: the newest first. */
export function JobRuns({ jobs }: { jobs: string[] }) {
  const { job } = route.useSearch();
  const navigate = route.useNavigate();
  const log = useInfiniteQuery(runsQuery(job));
  if (log.error && !log.data) return <Failure error={log.error} onRetry={() => void log.refetch()} />;
  const runs = log.data?.pages.flatMap(({ items }) => items);
  return (
    <>
      <div className={styles.filters}>
        <Choice
          label={t('sent.job')}
          value={job ?? ''}
          options={[
            { value: '', text: t('sent.every-job') },
            ...jobs.map((value) => ({ value, text: jobText(value) })),
          ]}
          onChange={(value) =>
            void navigate({ search: (before) => ({ ...before, job: value || undefined }) })
          }
        />
      </div>
      {!runs && <Skeleton lines={10} />}
      {runs?.length === 0 && <p className="soft">{t('sent.no-runs')}</p>}
      {runs && runs.length > 0 && (
        <ol className={`card ${styles.log}`}>
          {runs.map((run) => (
            <li key={run.id}>
              <time dateTime={new Date(run.at).toISOString()} className="soft small num">
                {instant(run.at)}
              </time>
              <span>{jobText(run.job)}</span>
              <span>
                {run.fault && <strong>{t('sent.failed')} </strong>}
                {outcome(run)}
              </span>
            </li>
          ))}
        </ol>
      )}
      <More list={log} text={t('sent.more-runs')} />
    </>
  );
}
