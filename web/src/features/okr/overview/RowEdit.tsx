import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { api, gotWithTag } from '@/lib/client';
import { t } from '@/lib/i18n';
import { Conflict } from '@/ui/form/Conflict';
import { Failure } from '@/ui/Failure';
import { FormProblem } from '@/ui/form/FormProblem';
import { useVersionedForm } from '@/ui/form/use-versioned-form';
import { Skeleton } from '@/ui/Skeleton';
import { objectiveQuery } from '../parts/queries';
import type { GraphNode, Objective } from '../parts/shapes';
import { Stays } from '../parts/Stays';
import { PersonInput } from '../filter/PersonInput';
import styles from './RowEdit.module.css';

type Props = { node: GraphNode; onDone: () => void };

/** Title and accountable person, changed on the line itself. */
export function RowEdit({ node, onDone }: Props) {
  const { data, error, refetch } = useQuery(objectiveQuery(node.id));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onDone();
  };
  return (
    <span role="gridcell" className={styles.edit}>
      <span role="presentation" onKeyDown={onKeyDown}>
        {error ? (
          <Failure error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <Skeleton lines={1} />
        ) : data.data.may.includes('edit') ? (
          <EditForm objective={data.data} etag={data.etag} onDone={onDone} />
        ) : (
          <p className={styles.line}>
            <span className="soft">{t('overview.may-not-edit', { name: node.accountable.name })}</span>
            <Button variant="default" size="xs" onClick={onDone}>
              {t('close')}
            </Button>
          </p>
        )}
      </span>
    </span>
  );
}

type FormProps = { objective: Objective; etag: string; onDone: () => void };

function EditForm({ objective, etag, onDone }: FormProps) {
  const moves = objective.may.includes('move') && !objective.fixed.includes('accountable');
  const rewords = !objective.fixed.includes('title');
  const labels = { title: t('write.objective'), accountable: t('overview.column.accountable') };
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const form = useVersionedForm({
    thing: objective,
    etag,
    of: ({ title, accountable }) => ({ title, accountable, reason: '' }),
    words: ({ title, accountable }) => ({ title, accountable: accountable.name }),
    label: (name) => labels[name],
    query: objectiveQuery(objective.id),
    send: ({ title, accountable, reason }, { etag }) =>
      gotWithTag(
        api.PATCH('/api/v1/objectives/{objective}', {
          params: { path: { objective: objective.id }, header: { 'If-Match': etag } },
          body: {
            ...(rewords && { title }),
            ...(moves && { accountable_id: accountable.id }),
            ...(reason.trim() && { reason }),
          },
        }),
      ),
    said: t('overview.saved'),
    onDone,
  });
  const { sending, conflict } = form;
  const asks = form.changed.some((name) => objective.asks_reason.includes(name));
  if (conflict) return <Conflict {...conflict} />;
  return (
    <form className={styles.line} onSubmit={(event) => (event.preventDefault(), sending.mutate())}>
      <TextInput
        aria-label={labels.title}
        className={styles.wide}
        ref={first}
        disabled={!rewords}
        {...form.field('title')}
      />
      {moves && (
        <PersonInput
          label={labels.accountable}
          person={form.written.accountable}
          onChange={(accountable) => accountable && form.change({ accountable })}
        />
      )}
      {asks && (
        <TextInput aria-label={t('edit.reason')} placeholder={t('edit.reason')} {...form.field('reason')} />
      )}
      <Button type="submit" loading={sending.isPending}>
        {t('edit.save')}
      </Button>
      <Button variant="default" onClick={onDone}>
        {t('cancel')}
      </Button>
      <Stays objective={objective} of={['words', 'hands']} />
      <FormProblem error={sending.error} except={['title', 'reason']} />
    </form>
  );
}
