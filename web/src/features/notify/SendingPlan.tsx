import { instant } from '@/lib/format';
import { t } from '@/lib/i18n';
import { everyText, jobText, outcome } from './sent-text';
import type { Schedule, ScheduledSending } from './shapes';
import styles from './Sent.module.css';

const occasions = ['day', 'everybody', 'act', 'press'] as const;

/** What goes out by itself, when its job runs next, and what else runs. */
export function SendingPlan({ schedule: { kinds, jobs } }: { schedule: Schedule }) {
  const house = jobs.filter(({ sends }) => sends === null);
  return (
    <div className={styles.parts}>
      {occasions.map((occasion) => (
        <section key={occasion} className={`card ${styles.part}`} aria-labelledby={`occasion-${occasion}`}>
          <h2 id={`occasion-${occasion}`}>{t(`sent-occasion.${occasion}`)}</h2>
          {jobs
            .filter(({ sends }) => sends === occasion)
            .map((job) => (
              <WhenItRuns key={job.job} job={job} />
            ))}
          <ul className={styles.plain}>
            {kinds
              .filter((one) => one.occasion === occasion)
              .map(({ kind, days, seconds }) => (
                <li key={kind}>{t(`sent-plan.${kind}`, { days, seconds })}</li>
              ))}
          </ul>
        </section>
      ))}
      <section className={`card ${styles.part}`} aria-labelledby="other-jobs">
        <h2 id="other-jobs">{t('sent.house')}</h2>
        <ul className={styles.plain}>
          {house.map((job) => (
            <li key={job.job}>
              {jobText(job.job)}
              <WhenItRuns job={job} />
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function WhenItRuns({ job: { every_ms, next_at, last } }: { job: ScheduledSending }) {
  const parts = [
    everyText(every_ms),
    next_at === null ? t('sent.nothing-waits') : t('sent.next', { at: instant(next_at) }),
    last ? t('sent.last', { at: instant(last.at), outcome: outcome(last) }) : t('sent.no-run'),
  ];
  return <p className="soft small num">{parts.join(' · ')}</p>;
}
