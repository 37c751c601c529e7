import { Button, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { api, gotWithTag, Refused } from '@/lib/client';
import { t } from '@/lib/i18n';
import type { PersonName } from '@/lib/people';
import { differences, useChange, withTheirs } from '@/lib/use-change';
import { Conflict } from '@/ui/form/Conflict';
import { Failure } from '@/ui/Failure';
import { FormProblem } from '@/ui/form/FormProblem';
import { Skeleton } from '@/ui/Skeleton';
import { toast } from '@/ui/toast';
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

type Written = { title: string; accountable: PersonName };

const said = ({ title, accountable }: Written) => ({ title, accountable: accountable.name });

function EditForm({ objective, etag, onDone }: { objective: Objective; etag: string; onDone: () => void }) {
  const queryClient = useQueryClient();
  const [before] = useState<Written>({ title: objective.title, accountable: objective.accountable });
  const [written, setWritten] = useState(before);
  const [reason, setReason] = useState('');
  const moves = objective.may.includes('move') && !objective.fixed.includes('accountable');
  const rewords = !objective.fixed.includes('title');
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const { save, theirs, goOn } = useChange({
    etag,
    send: (seen) =>
      gotWithTag(
        api.PATCH('/api/v1/objectives/{objective}', {
          params: { path: { objective: objective.id }, header: { 'If-Match': seen } },
          body: {
            ...(rewords && { title: written.title }),
            ...(moves && { accountable_id: written.accountable.id }),
            ...(reason.trim() && { reason }),
          },
        }),
      ),
    read: () => queryClient.fetchQuery({ ...objectiveQuery(objective.id), staleTime: 0 }),
    onSaved: () => {
      toast(t('overview.saved'));
      void queryClient.invalidateQueries({ queryKey: ['okr'] });
      onDone();
    },
  });
  const asks = (['title', 'accountable'] as const).some(
    (name) => said(written)[name] !== said(before)[name] && objective.asks_reason.includes(name),
  );
  const labels = { title: t('write.objective'), accountable: t('overview.column.accountable') };

  if (theirs)
    return (
      <Conflict
        differences={differences(['title', 'accountable'], (name) => labels[name], [
          said(before),
          said(written),
          said(theirs),
        ])}
        onGoOn={(taken) => {
          setWritten(withTheirs(written, { title: theirs.title, accountable: theirs.accountable }, taken));
          goOn();
        }}
        onTheirs={() => {
          void queryClient.invalidateQueries({ queryKey: ['okr'] });
          onDone();
        }}
      />
    );
  const wrong = (field: string) => (save.error instanceof Refused ? save.error.field(field) : undefined);
  return (
    <form className={styles.line} onSubmit={(event) => (event.preventDefault(), save.mutate())}>
      <TextInput
        aria-label={labels.title}
        className={styles.wide}
        ref={first}
        disabled={!rewords}
        value={written.title}
        error={wrong('title')}
        onChange={(event) => setWritten({ ...written, title: event.currentTarget.value })}
      />
      {moves && (
        <PersonInput
          label={labels.accountable}
          person={written.accountable}
          onChange={(accountable) => accountable && setWritten({ ...written, accountable })}
        />
      )}
      {asks && (
        <TextInput
          aria-label={t('edit.reason')}
          placeholder={t('edit.reason')}
          value={reason}
          error={wrong('reason')}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      <Button type="submit" loading={save.isPending}>
        {t('edit.save')}
      </Button>
      <Button variant="default" onClick={onDone}>
        {t('cancel')}
      </Button>
      <Stays objective={objective} of={['words', 'hands']} />
      <FormProblem error={save.error} except={['title', 'reason']} />
    </form>
  );
}
