import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { day } from '@/lib/format';
import { t } from '@/lib/i18n';
import { Failure } from '@/ui/Failure';
import { Skeleton } from '@/ui/Skeleton';
import { LatePart } from '../check_in/LatePart';
import { Calendar } from './Calendar';
import { calendarQuery } from './cycle-query';
import { Midcycle } from './Midcycle';
import { OpenWork } from './OpenWork';
import { Phases } from './Phases';
import { TeamGrades } from './TeamGrades';
import styles from './Cycle.module.css';

const route = getRouteApi('/in/cycles/$cycleId');

/** One cycle: where we are in it, what comes, what is still open, and the look in the middle. */
export function CyclePage() {
  const { cycleId } = route.useParams();
  const { data, error, refetch } = useQuery(calendarQuery(cycleId));
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton tall lines={3} />;
  const { cycle } = data;
  return (
    <>
      <header className={styles.head}>
        <h1>{cycle.name}</h1>
        <p className="soft">
          {t('cycle.from-until', { from: day(cycle.starts_on), until: day(cycle.ends_on) })}
          {cycle.week > 0 && cycle.phase !== 'closed' && (
            <> · {t('cycle.week', { week: cycle.week, weeks: cycle.weeks })}</>
          )}
        </p>
      </header>
      <Phases cycle={cycle} />
      <Calendar calendar={data} />
      <LatePart cycle={cycle.id} />
      <div className={styles.pair}>
        <OpenWork cycle={cycle} />
        <TeamGrades cycle={cycle} />
        <Midcycle cycle={cycle} today={data.today} />
      </div>
    </>
  );
}
