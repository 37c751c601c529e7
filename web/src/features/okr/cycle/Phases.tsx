import { Button } from '@mantine/core';
import { Refused } from '@/lib/client';
import { t } from '@/lib/i18n';
import { FormProblem } from '@/ui/form/FormProblem';
import type { Cycle } from '../parts/shapes';
import { useMovePhase } from './cycle-query';
import styles from './Cycle.module.css';

const order: Cycle['phase'][] = ['planning', 'active', 'closing', 'closed'];

/** Planning, active, closing, closed: where the cycle is, and the step to the next for those who run it. */
export function Phases({ cycle }: { cycle: Cycle }) {
  const move = useMovePhase(cycle);
  const at = order.indexOf(cycle.phase);
  const next = order[at + 1];
  const before = order[at - 1];
  const missing = move.error instanceof Refused && move.error.problem.code === 'retros_missing';
  return (
    <section className={`card ${styles.part}`} aria-label={t('cycle.phases')}>
      <ol className={styles.phases}>
        {order.map((phase) => (
          <li key={phase} className={styles.phase} aria-current={phase === cycle.phase ? 'step' : undefined}>
            {t(`phase.${phase}`)}
          </li>
        ))}
      </ol>
      <p className="soft">{t(`phase.${cycle.phase}.text`)}</p>
      {cycle.may.includes('edit') && (
        <p className={`${styles.actions} no-print`}>
          {next && (
            <Button onClick={() => move.mutate({ phase: next })} loading={move.isPending}>
              {t(`phase.to.${next}`)}
            </Button>
          )}
          {before && (
            <Button
              variant="default"
              onClick={() => move.mutate({ phase: before })}
              disabled={move.isPending}
            >
              {t('phase.back', { phase: t(`phase.${before}`) })}
            </Button>
          )}
        </p>
      )}
      {missing ? (
        <div className={styles.missing} role="alert">
          <p>{move.error instanceof Refused && move.error.problem.detail}</p>
          <Button
            variant="default"
            mt={8}
            onClick={() => move.mutate({ phase: 'closed', without_retros: true })}
            loading={move.isPending}
          >
            {t('phase.without-retros')}
          </Button>
        </div>
      ) : (
        <FormProblem error={move.error} />
      )}
    </section>
  );
}
