import { Link } from '@tanstack/react-router';
import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { api, got } from '@/lib/client';
import { score } from '@/lib/format';
import { t } from '@/lib/i18n';
import type { components } from '@/api/schema';
import { AdviceList } from '../parts/AdviceList';
import { valueText } from '../key_result/measure-text';
import type { DueKeyResult } from '../parts/shapes';
import { useAct } from '../parts/use-act';
import styles from './CheckIn.module.css';

type Props = {
  answers: components['schemas']['CheckedIn'][];
  keyResults: DueKeyResult[];
  onUndone: () => void;
};

const undoMs = 30_000;

/** For a little while everything just sent can be taken back, to be corrected and sent again. */
function Undo({ answers, onUndone }: Omit<Props, 'keyResults'>) {
  const [open, setOpen] = useState(answers.length > 0);
  useEffect(() => {
    const timer = setTimeout(() => setOpen(false), undoMs);
    return () => clearTimeout(timer);
  }, []);
  const act = useAct({ onDone: onUndone });
  const withdraw = async () => {
    for (const { id } of [...answers].reverse())
      await got(api.PUT('/api/v1/check-ins/{check_in}/withdrawal', { params: { path: { check_in: id } } }));
  };
  if (!open) return null;
  return (
    <Button variant="default" loading={act.isPending} onClick={() => act.mutate(withdraw)}>
      {t('check-in.undo')}
    </Button>
  );
}

/** The end of a run: what changed, as the server has it now. */
export function CheckedIn({ answers, keyResults, onUndone }: Props) {
  const home = useRef<HTMLAnchorElement>(null);
  useEffect(() => home.current?.focus(), []);
  const keyResultOf = (id: string) => keyResults.find((one) => one.id === id);
  return (
    <div className={styles.run}>
      <div className={styles.head} role="status">
        <h1>{t('check-in.done', { count: answers.length })}</h1>
        <p className="soft">{t('check-in.done.text')}</p>
      </div>
      <ul className={`card ${styles.lines}`}>
        {answers.map(({ id, key_result_id, objective_id, value, progress, advice }) => {
          const keyResult = keyResultOf(key_result_id);
          return (
            <li key={id}>
              <Link to="/objectives/$objectiveId" params={{ objectiveId: objective_id }} hash={key_result_id}>
                <span dir="auto">{keyResult?.title}</span>
                <span className="num">
                  {value !== null && keyResult && <strong>{valueText(value, keyResult)}</strong>}
                  {progress !== null && <span className="soft"> · {score(progress)}</span>}
                </span>
              </Link>
              {advice.length > 0 && (
                <div className={styles.reason}>
                  <AdviceList advice={advice} />
                </div>
              )}
            </li>
          );
        })}
      </ul>
      <footer className={styles.foot}>
        <Link ref={home} to="/" className="button main">
          {t('check-in.home')}
        </Link>
        <Undo answers={answers} onUndone={onUndone} />
      </footer>
    </div>
  );
}
