import { Link } from '@tanstack/react-router';
import { day } from '@/lib/format';
import { t } from '@/lib/i18n';
import type { Blocker, Learning, TeamConcerns } from '../parts/shapes';
import styles from './TeamConcerns.module.css';

/** Leads to the objective, where it can be resolved. */
export function BlockerLine({
  blocker: { objective_id, objective_title, text, owner, age_days },
}: {
  blocker: Blocker;
}) {
  return (
    <Link to="/objectives/$objectiveId" params={{ objectiveId: objective_id }} className={styles.line}>
      <span dir="auto">{text}</span>
      <span className={styles.about} dir="auto">
        {t('facts.blocker-open', { name: owner.name, days: age_days })} · {objective_title}
      </span>
    </Link>
  );
}

type DependencyProps = { dependency: TeamConcerns['we_wait_for'][number]; to: string };

/** Leads to the side that has the next word. */
export function DependencyLine({ dependency: { need, owner, due_on, state }, to }: DependencyProps) {
  return (
    <Link to="/objectives/$objectiveId" params={{ objectiveId: to }} className={styles.line}>
      <span dir="auto">{need}</span>
      <span className={styles.about} dir="auto">
        {[owner, t(`dependency.${state}`), due_on && t('week.until', { day: day(due_on) })]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </Link>
  );
}

/** Leads to where it was learned: a closed objective, or the retro. */
export function LearningLine({
  learning: { text, objective, cycle },
  team,
}: {
  learning: Learning;
  team: string;
}) {
  const words = <span dir="auto">{text}</span>;
  if (!objective)
    return (
      <Link
        to="/teams/$teamId/retro/$cycleId"
        params={{ teamId: team, cycleId: cycle.id }}
        className={styles.line}
      >
        {words}
      </Link>
    );
  return (
    <Link to="/objectives/$objectiveId" params={{ objectiveId: objective.id }} className={styles.line}>
      {words}
      <span className={styles.about} dir="auto">
        {objective.title}
      </span>
    </Link>
  );
}
