import { Button } from '@mantine/core';
import type { UseMutationResult } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { readNumber } from '@/lib/format';
import { t } from '@/lib/i18n';
import { FormProblem } from '@/ui/FormProblem';
import { asksForValue, entryOf, isReady, type Entry, type Run } from './check-in-run';
import { currentText, valueText } from './measure-text';
import type { DueKeyResult } from './shapes';
import styles from './CheckIn.module.css';

type Props = {
  keyResults: DueKeyResult[];
  run: Run;
  send: UseMutationResult<unknown, Error, void>;
  onOpen: (at: number) => void;
};

/** What will be sent, to read once more. */
export function CheckInSummary({ keyResults, run, send, onOpen }: Props) {
  const count = keyResults.filter((one) => isReady(run, one)).length;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <div className={styles.run}>
      <header className={styles.head}>
        <h1>{t('check-in.summary')}</h1>
        <p className="soft">{t('check-in.summary.text')}</p>
      </header>
      <ul className={`card ${styles.lines}`}>
        {keyResults.map((keyResult, at) => (
          <li key={keyResult.id}>
            <button type="button" onClick={() => onOpen(at)}>
              <span dir="auto">{keyResult.title}</span>
              <Said keyResult={keyResult} entry={entryOf(run, keyResult)} ready={isReady(run, keyResult)} />
            </button>
          </li>
        ))}
      </ul>
      <FormProblem error={send.error} />
      <footer className={styles.foot}>
        <Button ref={button} onClick={() => send.mutate()} loading={send.isPending} disabled={count === 0}>
          {t('check-in.send', { count })}
        </Button>
        <Button variant="default" onClick={() => onOpen(keyResults.length - 1)}>
          {t('check-in.back')}
        </Button>
      </footer>
    </div>
  );
}

function Said({ keyResult, entry, ready }: { keyResult: DueKeyResult; entry: Entry; ready: boolean }) {
  if (entry.skipped) return <span className="soft">{t('check-in.skipped')}</span>;
  if (!ready) return <span className={styles.open}>{t('check-in.incomplete')}</span>;
  const next = asksForValue(keyResult)
    ? valueText(readNumber(entry.value)!, keyResult)
    : t('check-in.reached', { count: entry.reached.length });
  return (
    <span className="num">
      <span className="soft">{currentText(keyResult)} → </span>
      <strong>{next}</strong> · {t('check-in.confidence.short', { value: entry.confidence })}
    </span>
  );
}
