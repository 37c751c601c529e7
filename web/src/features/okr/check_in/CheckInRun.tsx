import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { intent } from '@/lib/client';
import { useDraft } from '@/lib/draft';
import { t } from '@/lib/i18n';
import { KeyHints } from '@/ui/KeyHints';
import { changed, entryOf, newRun, type Field, type Run } from './check-in-run';
import { ChangeInCheckIn } from './ChangeInCheckIn';
import { CheckInStep } from './CheckInStep';
import { CheckInSummary } from './CheckInSummary';
import { CheckedIn } from './CheckedIn';
import { KeyResultHistory } from './KeyResultHistory';
import { NothingDue } from './NothingDue';
import type { DueKeyResult } from '../parts/shapes';
import { useRunKeys } from './use-run-keys';
import { fieldErrors, useSendCheckIns } from './use-send-check-ins';
import styles from './CheckIn.module.css';

type Props = { given: DueKeyResult[]; startAt: string | undefined };

/** The key results are taken once, so that the list holds still while a person walks through it. */
export function CheckInRun({ given, startAt }: Props) {
  const [keyResults] = useState(given);
  const [run, setRun, dropRun] = useDraft<Run>('check-in', newRun(intent()));
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      given.findIndex(({ id }) => id === startAt),
    ),
  );
  const send = useSendCheckIns(keyResults, run, dropRun);
  const navigate = useNavigate();
  const taken = keyResults[at];
  // What was changed on the way stands in what was given anew.
  const keyResult = taken && (given.find(({ id }) => id === taken.id) ?? taken);

  const go = (to: number) => setAt(Math.min(Math.max(0, to), keyResults.length));
  const skip = () => {
    if (!keyResult) return;
    setRun(changed(run, keyResult, { skipped: true }));
    go(at + 1);
  };
  const explain = (one: DueKeyResult, skip_reason: string) =>
    setRun(changed(run, one, { skipped: true, skip_reason }));
  const takeBack = () => {
    setRun({ ...run, key: intent() });
    send.reset();
  };
  useRunKeys({
    back: () => go(at - 1),
    onwards: () => go(at + 1),
    skip,
    leave: () => void navigate({ to: '/' }),
  });
  useEffect(() => {
    window.scrollTo(0, 0);
  }, [at]);

  if (keyResults.length === 0) return <NothingDue />;
  if (send.isSuccess)
    return <CheckedIn answers={send.data.items} keyResults={keyResults} onUndone={takeBack} />;
  if (!keyResult)
    return <CheckInSummary keyResults={keyResults} run={run} send={send} onOpen={go} onReason={explain} />;

  const errors = fieldErrors(send.error, keyResults, run);
  return (
    <div className={styles.run}>
      <Steps at={at} count={keyResults.length} />
      <header className={styles.head}>
        <p className="soft small">
          {t('check-in.at', { at: at + 1, count: keyResults.length })} ·{' '}
          <span dir="auto">{keyResult.objective_title}</span>
        </p>
        <h1 dir="auto">{keyResult.title}</h1>
      </header>
      <div className={styles.columns}>
        <div className={styles.saying}>
          <CheckInStep
            key={keyResult.id}
            keyResult={keyResult}
            entry={entryOf(run, keyResult)}
            error={(field: Field) => errors[`${keyResult.id}.${field}`]}
            onChange={(change) => setRun(changed(run, keyResult, change))}
            onwards={() => go(at + 1)}
          />
          <footer className={styles.foot}>
            <Button onClick={() => go(at + 1)}>{t('check-in.onwards')}</Button>
            <Button variant="default" onClick={() => go(at - 1)} disabled={at === 0}>
              {t('check-in.back')}
            </Button>
            <Button variant="subtle" onClick={skip}>
              {t('check-in.skip')}
            </Button>
          </footer>
          <ChangeInCheckIn
            key={`change ${keyResult.id}`}
            objective={keyResult.objective_id}
            keyResult={keyResult.id}
          />
          <KeyHints hints={keyHints()} />
        </div>
        <KeyResultHistory keyResult={keyResult} />
      </div>
    </div>
  );
}

function Steps({ at, count }: { at: number; count: number }) {
  return (
    <div
      className={styles.steps}
      role="progressbar"
      aria-label={t('check-in.progress')}
      aria-valuemin={0}
      aria-valuenow={at}
      aria-valuemax={count}
    >
      {Array.from({ length: count }, (_, step) => (
        <i key={step} className={step < at ? styles.past : step === at ? styles.here : undefined} />
      ))}
    </div>
  );
}

const keyHints = (): [string, string][] => [
  ['Enter', t('check-in.key.enter')],
  ['⇧ Enter', t('check-in.key.back')],
  ['S', t('check-in.key.skip')],
  ['Esc', t('check-in.key.leave')],
];
