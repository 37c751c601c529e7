import { Button } from '@mantine/core';
import { useRef, type ReactNode } from 'react';
import { Refused } from '@/lib/client';
import { t } from '@/lib/i18n';
import { FormProblem } from './FormProblem';
import { useFirstField, useWrongField } from '../use-form-focus';
import styles from './form.module.css';

/** What the server says of one field. */
export type Wrong = (field: string) => string | undefined;

type Props = {
  sending: { mutate: () => void; isPending: boolean; error: unknown };
  send: string;
  /** The fields that show themselves what is wrong with them. */
  fields: readonly string[];
  onCancel?: () => void;
  /** What else can be done. */
  more?: ReactNode;
  className?: string;
  /** In the midst of a page. */
  small?: boolean;
  children: (wrong: Wrong) => ReactNode;
};

/** Labelled fields, what the server says of them, one thing to do and the way back. */
export function Form({ sending, send, fields, onCancel, more, className, small, children }: Props) {
  const { error, isPending, mutate } = sending;
  const form = useRef<HTMLFormElement>(null);
  useFirstField(form, onCancel !== undefined);
  useWrongField(form, error);
  const size = small ? 'compact-sm' : undefined;
  return (
    <form
      ref={form}
      className={`${styles.form} ${className ?? ''}`}
      onSubmit={(event) => {
        event.preventDefault();
        mutate();
      }}
    >
      {children((field) => (error instanceof Refused ? error.field(field) : undefined))}
      <FormProblem error={error} except={fields} />
      <div className={styles.actions}>
        <Button type="submit" size={size} loading={isPending}>
          {send}
        </Button>
        {more}
        {onCancel && (
          <Button variant="default" size={size} onClick={onCancel}>
            {t('cancel')}
          </Button>
        )}
      </div>
    </form>
  );
}
