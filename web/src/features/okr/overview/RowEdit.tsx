import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { api, got, Refused } from '@/lib/client';
import { t } from '@/lib/i18n';
import { Failure } from '@/ui/Failure';
import { FormProblem } from '@/ui/FormProblem';
import { Skeleton } from '@/ui/Skeleton';
import { toast } from '@/ui/toast';
import { objectiveQuery } from '../queries';
import type { GraphNode, Objective } from '../shapes';
import { useTheirs } from '../use-theirs';
import { PersonInput } from './PersonInput';
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

function EditForm({ objective, etag, onDone }: { objective: Objective; etag: string; onDone: () => void }) {
  const queryClient = useQueryClient();
  const [title, setTitle] = useState(objective.title);
  const [accountable, setAccountable] = useState(objective.accountable);
  const [reason, setReason] = useState('');
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const [seen, setSeen] = useState(etag);
  const save = useMutation({
    mutationFn: () =>
      got(
        api.PATCH('/api/v1/objectives/{objective}', {
          params: { path: { objective: objective.id }, header: { 'If-Match': seen } },
          body: { title, accountable_id: accountable.id, ...(reason.trim() && { reason }) },
        }),
      ),
    onSuccess: () => {
      toast(t('overview.saved'));
      void queryClient.invalidateQueries({ queryKey: ['okr'] });
      onDone();
    },
  });
  const refused = save.error instanceof Refused ? save.error : undefined;
  const raced = refused?.problem.status === 409;
  const theirs = useTheirs(objective.id, raced);

  if (raced && theirs)
    return (
      <div role="alert" className={styles.raced}>
        <p>
          <strong>{t('conflict.title')}</strong>
        </p>
        <p>
          {t('conflict.mine')}: <q dir="auto">{title}</q>, {accountable.name}
        </p>
        <p>
          {t('conflict.theirs')}: <q dir="auto">{theirs.data.title}</q>, {theirs.data.accountable.name}
        </p>
        <div className={styles.line}>
          <Button
            size="xs"
            onClick={() => {
              setSeen(theirs.etag);
              save.reset();
            }}
          >
            {t('conflict.keep-mine')}
          </Button>
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              void queryClient.invalidateQueries({ queryKey: ['okr'] });
              onDone();
            }}
          >
            {t('conflict.take-theirs')}
          </Button>
        </div>
      </div>
    );
  return (
    <form className={styles.line} onSubmit={(event) => (event.preventDefault(), save.mutate())}>
      <TextInput
        aria-label={t('write.objective')}
        className={styles.wide}
        ref={first}
        value={title}
        error={refused?.field('title')}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <PersonInput
        label={t('overview.column.accountable')}
        person={accountable}
        onChange={(person) => person && setAccountable(person)}
      />
      {objective.state === 'published' && (
        <TextInput
          aria-label={t('edit.reason')}
          placeholder={t('edit.reason')}
          value={reason}
          error={refused?.field('reason')}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      <Button type="submit" loading={save.isPending}>
        {t('edit.save')}
      </Button>
      <Button variant="default" onClick={onDone}>
        {t('cancel')}
      </Button>
      <FormProblem error={save.error} except={['title', 'reason']} />
    </form>
  );
}
