import { useLocation } from '@tanstack/react-router';
import { Suspense, useDeferredValue, useState } from 'react';
import { t } from '@/lib/i18n';
import { Skeleton } from '@/ui/Skeleton';
import { AdviceList } from '../parts/AdviceList';
import { EndedBefore, HowItEnded } from '../closing/HowItEnded';
import { AddKeyResult, EditObjective } from '../forms/forms';
import { KeyResultActions } from './KeyResultActions';
import { KeyResultChart } from '../key_result/KeyResultChart';
import { KeyResultFacts } from './KeyResultFacts';
import { KeyResultRow } from '../key_result/KeyResultRow';
import { ObjectiveFacts } from './ObjectiveFacts';
import { ObjectiveHead } from './ObjectiveHead';
import { ObjectiveStream } from './ObjectiveStream';
import { Opening } from '../parts/Opening';
import { ObjectivePairs } from '../alignment/ObjectivePairs';
import { PastFigures } from '../key_result/PastFigures';
import { startText } from '../key_result/measure-text';
import type { KeyResult, Objective } from '../parts/shapes';
import { Stays } from '../parts/Stays';
import styles from './ObjectiveDetail.module.css';

/** One objective: what we promised and why, how far it is, and everything that was said on the way. */
export function ObjectiveDetail({ objective, etag }: { objective: Objective; etag: string }) {
  const { key_results, may, state, advice, closure } = objective;
  const [editing, setEditing] = useState(false);
  // What we promised comes first; its history is drawn in slices after it.
  const rest = useDeferredValue(true, false);
  const { hash } = useLocation();
  const shown = key_results.find(({ id }) => id === hash) ?? key_results[0];

  return (
    <article>
      {editing ? (
        <Suspense fallback={<Skeleton lines={4} />}>
          <EditObjective objective={objective} etag={etag} onDone={() => setEditing(false)} />
        </Suspense>
      ) : (
        <ObjectiveHead objective={objective} chosen={shown?.id} onEdit={() => setEditing(true)} />
      )}
      <div className={styles.columns}>
        <div className={styles.main}>
          {state === 'draft' && <AdviceList advice={advice} />}
          {state === 'draft' && <Before objective={objective} />}
          {closure && (
            <section className={`card ${styles.results} ${styles.ended}`}>
              <h2>{t('objective.closed')}</h2>
              <HowItEnded objective={objective} closure={closure} />
            </section>
          )}
          <EndedBefore objective={objective} />
          <section className={`card ${styles.results}`}>
            <h2>{t('objective.key-results', { count: key_results.length })}</h2>
            <ul>
              {key_results.map((keyResult) => (
                <KeyResultRow key={keyResult.id} keyResult={keyResult} chosen={keyResult === shown} />
              ))}
            </ul>
            {may.includes('edit') && (
              <div className={`${styles.add} no-print`}>
                {!objective.fixed.includes('key_result') && (
                  <Opening text={t('write.add-key-result')}>
                    {(close) => <AddKeyResult objective={objective} onDone={close} />}
                  </Opening>
                )}
                <Stays objective={objective} of={['key_results']} />
              </div>
            )}
          </section>
          {rest && <ObjectivePairs objective={objective} />}
          {rest && shown && (
            <section className={`card ${styles.history}`}>
              <h2 dir="auto">{shown.title}</h2>
              {may.includes('edit') && (
                <KeyResultActions key={shown.id} objective={objective} keyResult={shown} />
              )}
              <Start keyResult={shown} />
              <KeyResultFacts
                keyResult={shown}
                news={objective.check_ins.find(
                  ({ key_result_id, value }) => key_result_id === shown.id && value !== null,
                )}
              />
              <KeyResultChart keyResult={shown} checkIns={objective.check_ins} changes={objective.changes} />
            </section>
          )}
          {rest && <ObjectiveStream objective={objective} />}
        </div>
        {rest && <ObjectiveFacts objective={objective} />}
      </div>
    </article>
  );
}

/** What came before a draft: of the same owner, of what it is carried from and of what it supports. */
function Before({ objective: { cycle, team, person, carried_from, supports } }: { objective: Objective }) {
  const related = [carried_from, ...supports.map(({ other }) => other.id)].filter((id) => id !== null);
  return <PastFigures cycle={cycle.id} team={team?.id} person={person?.id} related={related} open={false} />;
}

/** Says of a baseline that nobody wrote where it comes from. */
function Start({ keyResult }: { keyResult: KeyResult }) {
  const text = startText(keyResult);
  return text ? <p className="soft small">{text}</p> : null;
}
