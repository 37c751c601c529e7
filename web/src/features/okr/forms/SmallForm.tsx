import { Button } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { t } from '@/lib/i18n';
import { FormProblem } from '@/ui/FormProblem';
import { useAct } from '../use-act';
import styles from '../Opening.module.css';

type Props = {
  send: string;
  /** What is asked of the server; its refusal is shown here and nothing typed is lost. */
  work: () => Promise<unknown>;
  onDone: () => void;
  children: (error: unknown) => ReactNode;
};

/** A few fields, one thing to do, and the way back. */
export function SmallForm({ send, work, onDone, children }: Props) {
  const act = useAct({ onDone, quiet: true });
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, textarea, select')?.focus(), []);
  return (
    <form
      ref={form}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate(work);
      }}
    >
      {children(act.error)}
      <FormProblem error={act.error} />
      <div className={styles.actions}>
        <Button type="submit" size="compact-sm" loading={act.isPending}>
          {send}
        </Button>
        <Button variant="default" size="compact-sm" onClick={onDone}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
