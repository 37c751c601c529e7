import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { instantDay, score } from '@/lib/format';
import { t } from '@/lib/i18n';
import { useFlash } from '@/lib/live';
import { FormProblem } from '@/ui/form/FormProblem';
import { HowFigures } from '@/ui/HowFigures';
import { SentenceTitle } from '@/ui/SentenceTitle';
import { reasonText } from '@/ui/marks/standing-text';
import { StandingMark } from '@/ui/marks/StandingMark';
import { scoreOf } from '../key_result/measure-text';
import type { Objective } from '../parts/shapes';
import { usePublish } from '../draft/use-publish';
import styles from './ObjectiveHead.module.css';

type Props = { objective: Objective; chosen: string | undefined; onEdit: () => void };

export function ObjectiveHead({ objective, chosen, onEdit }: Props) {
  const { title, why, standing, grade, progress, expected_progress, state, may, cancellation } = objective;
  const flashing = useFlash(`${objective.version} ${progress} ${standing.status}`);
  const publish = usePublish(objective.id);
  return (
    <header className={styles.head}>
      <Ancestors objective={objective} />
      <SentenceTitle title={title} />
      {why && (
        <p className={styles.why} dir="auto">
          <span className="caps">{t('objective.because')}</span> {why}
        </p>
      )}
      <div className={`${styles.standing} ${flashing ? 'flash' : ''}`}>
        {state === 'draft' ? (
          <span className={styles.state}>{t('state.draft')}</span>
        ) : (
          <StandingMark standing={standing} />
        )}
        {(grade ?? progress) !== null && (
          <strong className={`${styles.progress} num`}>{scoreOf(objective)}</strong>
        )}
        {progress !== null && expected_progress !== null && (
          <span className="soft num" title={t('pace.explained')}>
            {t('pace.short', { pace: score(expected_progress) })}
          </span>
        )}
        <span className="soft small">{reasonText(standing)}</span>
        {state !== 'draft' && <HowFigures about="status" />}
        <span className={`${styles.actions} no-print`}>
          {may.includes('edit') && (
            <Button variant="default" onClick={onEdit} data-opens>
              {t('objective.edit')}
            </Button>
          )}
          {may.includes('publish') && state === 'draft' && (
            <Button onClick={() => publish.mutate()} loading={publish.isPending}>
              {t('objective.publish')}
            </Button>
          )}
          {((may.includes('close') && state === 'published') || state === 'closed') && (
            <Link
              to="/objectives/$objectiveId/close"
              params={{ objectiveId: objective.id }}
              className="button"
            >
              {t(state === 'closed' ? 'objective.closed' : 'objective.close')}
            </Link>
          )}
          {may.includes('check_in') && state === 'published' && (
            <Link to="/check-in" search={{ objective: objective.id, at: chosen }} className="button main">
              {t('objective.check-in')}
            </Link>
          )}
        </span>
      </div>
      {cancellation && (
        <p className="soft" dir="auto">
          {t('objective.cancelled-by', {
            name: cancellation.changed_by.name,
            day: instantDay(cancellation.at),
            reason: cancellation.reason,
          })}
        </p>
      )}
      <FormProblem error={publish.error} />
    </header>
  );
}

function Ancestors({ objective: { ancestors, team, person } }: { objective: Objective }) {
  return (
    <nav aria-label={t('objective.path')} className={styles.path}>
      <ol>
        {[...ancestors].reverse().map(({ id, title, state }) => (
          <li key={id}>
            <Link to="/objectives/$objectiveId" params={{ objectiveId: id }} dir="auto">
              {title}
            </Link>
            {state === 'cancelled' && <span className="soft"> ({t('state.cancelled')})</span>}
          </li>
        ))}
        {team && (
          <li>
            <Link to="/teams/$teamId" params={{ teamId: team.id }} dir="auto">
              {team.name}
            </Link>
          </li>
        )}
        {person && <li dir="auto">{person.name}</li>}
      </ol>
    </nav>
  );
}
