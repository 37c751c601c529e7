import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { t } from '@/lib/i18n';
import { Failure } from '@/ui/Failure';
import { Skeleton } from '@/ui/Skeleton';
import { concernsQuery } from '../parts/queries';
import type { TeamConcerns as Concerns } from '../parts/shapes';
import { BlockerLine, DependencyLine, LearningLine } from './TeamConcernLines';
import { TeamLoad } from './TeamLoad';
import { ConcernPart } from './ConcernPart';
import styles from './TeamConcerns.module.css';

const nothing = ({ load, blockers, wait_for_us, we_wait_for, learnings, moves }: Concerns) =>
  [load, blockers, wait_for_us, we_wait_for, learnings, moves].every((list) => list.length === 0);

/** What a team has on its hands beside its objectives; what is empty is left out. */
export function TeamConcerns({ team, cycle }: { team: string; cycle?: string }) {
  const concerns = useQuery(concernsQuery(team, cycle));
  if (concerns.error && !concerns.data)
    return <Failure error={concerns.error} onRetry={() => void concerns.refetch()} />;
  if (!concerns.data) return <Skeleton lines={6} />;
  if (nothing(concerns.data)) return null;
  return (
    <aside className={styles.aside} aria-label={t('concerns.title')}>
      <Parts concerns={concerns.data} />
    </aside>
  );
}

function Parts({ concerns }: { concerns: Concerns }) {
  const { team, load, blockers, wait_for_us, we_wait_for, learned_in, learnings, moves } = concerns;
  return (
    <>
      <ConcernPart
        title={t('concerns.moves')}
        items={moves.map(({ objective, by }) => ({ ...objective, by }))}
      >
        {({ id, title, by }) => (
          <Link to="/objectives/$objectiveId" params={{ objectiveId: id }} className={styles.line}>
            <span dir="auto">{title}</span>
            <span className={styles.about}>{t('concerns.moves.by', { count: by })}</span>
          </Link>
        )}
      </ConcernPart>
      <ConcernPart title={t('concerns.blockers')} items={blockers}>
        {(blocker) => <BlockerLine blocker={blocker} />}
      </ConcernPart>
      <ConcernPart title={t('concerns.wait-for-us')} items={wait_for_us}>
        {(dependency) => <DependencyLine dependency={dependency} to={dependency.ours.id} />}
      </ConcernPart>
      <ConcernPart title={t('concerns.we-wait-for')} items={we_wait_for}>
        {(dependency) => <DependencyLine dependency={dependency} to={dependency.theirs.id} />}
      </ConcernPart>
      <TeamLoad load={load} />
      {learned_in && (
        <ConcernPart title={t('concerns.learned', { cycle: learned_in.name })} items={learnings}>
          {(learning) => <LearningLine learning={learning} team={team.id} />}
        </ConcernPart>
      )}
    </>
  );
}
