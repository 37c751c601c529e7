import { Link } from '@tanstack/react-router';
import { score } from '@/lib/format';
import { t } from '@/lib/i18n';
import { useFlash } from '@/lib/live';
import { PersonChip } from '@/ui/PersonChip';
import { SentenceTitle } from '@/ui/SentenceTitle';
import { reasonText } from '@/ui/marks/standing-text';
import { StandingMark } from '@/ui/marks/StandingMark';
import { KeyResultRow } from './KeyResultRow';
import { scoreOf } from './measure-text';
import type { ObjectiveWithKeyResults } from '../parts/shapes';
import styles from './ObjectiveCard.module.css';

export function ObjectiveCard({ objective }: { objective: ObjectiveWithKeyResults }) {
  const { id, title, why, state, standing, key_results } = objective;
  const flashing = useFlash(`${objective.version} ${objective.progress} ${standing.status}`);
  return (
    <article className={`card ${styles.card} ${flashing ? 'flash' : ''}`} aria-labelledby={`title-${id}`}>
      <header className={styles.head}>
        <div className={styles.words}>
          <Link
            to="/objectives/$objectiveId"
            params={{ objectiveId: id }}
            className={styles.title}
            id={`title-${id}`}
          >
            <SentenceTitle title={title} level={2} />
          </Link>
          {why && (
            <p className={styles.why} dir="auto">
              {why}
            </p>
          )}
        </div>
        <div className={styles.standing}>
          {state === 'draft' ? (
            <>
              <span className="caps">{t('state.draft')}</span>
              <span className="soft small">{reasonText(standing)}</span>
            </>
          ) : (
            <StandingMark standing={standing} />
          )}
          <Progress objective={objective} />
        </div>
      </header>
      {key_results.length > 0 ? (
        <ul>
          {key_results.map((keyResult) => (
            <KeyResultRow key={keyResult.id} keyResult={keyResult} />
          ))}
        </ul>
      ) : (
        <p className={styles.none}>{t('objective.no-key-results')}</p>
      )}
      <footer className={styles.foot}>
        <PersonChip name={objective.accountable.name} left={objective.accountable_left} />
        <span>{t(`ambition.${objective.ambition}`)}</span>
      </footer>
    </article>
  );
}

function Progress({ objective }: { objective: ObjectiveWithKeyResults }) {
  const { grade, progress, expected_progress } = objective;
  if (grade === null && progress === null) return null;
  return (
    <span className={`${styles.progress} num`}>
      <strong>{scoreOf(objective)}</strong>
      {expected_progress !== null && (
        <span className="soft small" title={t('pace.explained')}>
          {t('pace.short', { pace: score(expected_progress) })}
        </span>
      )}
    </span>
  );
}
