import { Link } from '@tanstack/react-router';
import { score } from '@/lib/format';
import { t } from '@/lib/i18n';
import { SentenceTitle } from '@/ui/SentenceTitle';
import type { Closure, Objective } from '../parts/shapes';
import { HowItEnded } from './HowItEnded';
import styles from './Closing.module.css';

/** The end, said calmly: from 0.7 on it is celebrated, and a low grade with a learning is called learned. */
export function Closed({ objective, closure }: { objective: Objective; closure: Closure }) {
  const { verdict, grade, carried_to } = closure;
  const celebrated = ['success', 'full', 'nearly'].includes(verdict);
  return (
    <article className={`card ${styles.closed}`}>
      <Mark celebrated={celebrated} />
      <p className={styles.verdict}>
        <strong className="num">{score(grade)}</strong> {t(`verdict.${verdict}`)}
      </p>
      <SentenceTitle title={objective.title} />
      <p>
        {t(`verdict.${verdict}.text`)}
        {verdict === 'learned' && objective.ambition === 'aspirational' && ` ${t('verdict.learned.stretch')}`}
      </p>
      <HowItEnded objective={objective} closure={closure} />
      <p className={`${styles.actions} no-print`}>
        <Link to="/objectives/$objectiveId" params={{ objectiveId: objective.id }} className="button">
          {t('close.back')}
        </Link>
        {objective.team_id && (
          <Link
            to="/teams/$teamId/retro/$cycleId"
            params={{ teamId: objective.team_id, cycleId: objective.cycle_id }}
            className="button"
          >
            {t('closed.retro')}
          </Link>
        )}
        {carried_to && (
          <Link to="/objectives/$objectiveId" params={{ objectiveId: carried_to }} className="button main">
            {t('closed.carried')}
          </Link>
        )}
      </p>
    </article>
  );
}

function Mark({ celebrated }: { celebrated: boolean }) {
  return (
    <svg className={styles.mark} width="120" height="72" viewBox="0 0 120 72" aria-hidden="true">
      <path className={styles.path} d="M4 66C34 66 36 40 58 40s22-22 38-22" />
      <path className={celebrated ? styles.flag : styles.post} d="M96 62V8h20l-7 8 7 8H96" />
    </svg>
  );
}
