import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { t } from '@/lib/i18n';
import { EmptyState } from '@/ui/EmptyState';
import { Failure } from '@/ui/Failure';
import { PageHead } from '@/ui/PageHead';
import { Skeleton } from '@/ui/Skeleton';
import { alignmentQuery } from '../parts/queries';
import { CyclePairs } from './CyclePairs';
import { useCycle } from '../parts/use-cycle';
import { ByLevel, ByTeam } from './AlignmentTables';
import styles from './Alignment.module.css';

/** How far the objectives of a cycle hang together: by level, by team, and what stands for itself. */
export function AlignmentReportPage() {
  const { cycle } = useCycle();
  const { data, error, refetch } = useQuery({ ...alignmentQuery(cycle?.id ?? ''), enabled: Boolean(cycle) });
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton tall lines={4} />;
  const silos = data.teams.filter(({ silo }) => silo);
  const empty = data.levels.every(({ objectives }) => objectives === 0);
  return (
    <>
      <PageHead title={t('alignment.title', { cycle: data.cycle.name })} text={t('alignment.text')} />
      {empty ? (
        <EmptyState title={t('alignment.empty.title')}>{t('alignment.empty.text')}</EmptyState>
      ) : (
        <div className={styles.parts}>
          <CyclePairs cycle={data.cycle.id} />
          <ByLevel levels={data.levels} />
          {data.teams.length > 0 && <ByTeam teams={data.teams} />}
          {silos.length > 0 && (
            <section className={`card ${styles.part}`} aria-labelledby="silos">
              <h2 id="silos">{t('alignment.silos', { count: silos.length })}</h2>
              <p className="soft">{t('alignment.silos.text')}</p>
              <ul>
                {silos.map(({ team }) => (
                  <li key={team.id}>
                    <Link to="/teams/$teamId" params={{ teamId: team.id }} search={keepCycle} dir="auto">
                      {team.name}
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          )}
          {data.unsupported.length > 0 && (
            <section className={`card ${styles.part}`} aria-labelledby="unsupported">
              <h2 id="unsupported">{t('alignment.unsupported', { count: data.unsupported.length })}</h2>
              <ul>
                {data.unsupported.map(({ id, title }) => (
                  <li key={id}>
                    <Link to="/objectives/$objectiveId" params={{ objectiveId: id }} dir="auto">
                      {title}
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
      )}
    </>
  );
}

const keepCycle = ({ cycle }: { cycle?: string }) => ({ cycle });
