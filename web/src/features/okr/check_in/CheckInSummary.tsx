import { Button, TextInput } from '@mantine/core';
import type { UseMutationResult } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Unreachable } from '@/lib/client';
import { readNumber } from '@/lib/format';
import { t } from '@/lib/i18n';
import { FormProblem } from '@/ui/form/FormProblem';
import { asksForValue, entryOf, isReady, skipsOf, type Entry, type Run } from './check-in-run';
import { currentText, valueText } from '../key_result/measure-text';
import type { DueKeyResult } from '../parts/shapes';
import styles from './CheckIn.module.css';

type Props = {
  keyResults: DueKeyResult[];
  run: Run;
  send: UseMutationResult<unknown, Error, void>;
  onOpen: (at: number) => void;
  onReason: (keyResult: DueKeyResult, reason: string) => void;
};

/** What will be sent, to read once more. */
export function CheckInSummary({ keyResults, run, send, onOpen, onReason }: Props) {
  const count = keyResults.filter((one) => isReady(run, one)).length;
  const nothing = count + skipsOf(run, keyResults).length === 0;
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
            {entryOf(run, keyResult).skipped && (
              <TextInput
                className={styles.reason}
                label={t('check-in.skip-reason', { title: keyResult.title })}
                placeholder={t('check-in.skip-reason.hint')}
                value={entryOf(run, keyResult).skip_reason}
                onChange={(event) => onReason(keyResult, event.currentTarget.value)}
              />
            )}
          </li>
        ))}
      </ul>
      <FormProblem error={send.error} />
      {send.error instanceof Unreachable && <p className="soft">{t('check-in.goes-later')}</p>}
      <footer className={styles.foot}>
        <Button ref={button} onClick={() => send.mutate()} loading={send.isPending} disabled={nothing}>
          {t(count === 0 && !nothing ? 'check-in.send-reasons' : 'check-in.send', { count })}
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
