import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, got, Refused } from '@/lib/client';
import { t } from '@/lib/i18n';
import { FormProblem } from '@/ui/FormProblem';
import { Conflict, type Version } from './Conflict';
import type { Objective } from './shapes';
import { useTheirs } from './use-theirs';
import styles from './EditObjective.module.css';

type Props = { objective: Objective; etag: string; onDone: () => void };

/** Changes an objective in place. What somebody else changed meanwhile is shown beside, never written over. */
export function EditObjective({ objective, etag, onDone }: Props) {
  const { title, why, ambition, state } = objective;
  const [edited, setEdited] = useState<Version>({ title, why, ambition });
  const [reason, setReason] = useState('');
  const [seen, setSeen] = useState(etag);
  const queryClient = useQueryClient();

  const save = useMutation({
    mutationFn: () =>
      got(
        api.PATCH('/api/v1/objectives/{objective}', {
          params: { path: { objective: objective.id }, header: { 'If-Match': seen } },
          body: { ...edited, ...(reason.trim() && { reason }) },
        }),
      ),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: ['okr'] });
      onDone();
    },
  });
  const refused = save.error instanceof Refused ? save.error : undefined;
  const raced = refused?.problem.status === 409;
  const theirs = useTheirs(objective.id, raced);

  if (raced && theirs)
    return (
      <Conflict
        mine={edited}
        theirs={theirs.data}
        onMine={(version) => {
          setEdited(version);
          setSeen(theirs.etag);
          save.reset();
        }}
        onTheirs={onDone}
      />
    );
  return (
    <form className={`card ${styles.form}`} onSubmit={(event) => (event.preventDefault(), save.mutate())}>
      <h1 className="caps">{t('edit.title')}</h1>
      <TextInput
        label={t('write.objective')}
        size="md"
        value={edited.title}
        error={refused?.field('title')}
        onChange={(event) => setEdited({ ...edited, title: event.currentTarget.value })}
      />
      <Textarea
        label={t('write.why')}
        autosize
        minRows={2}
        value={edited.why}
        error={refused?.field('why')}
        onChange={(event) => setEdited({ ...edited, why: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('write.ambition')}
        data={['aspirational', 'committed'].map((value) => ({ value, label: t(`ambition.${value}.long`) }))}
        value={edited.ambition}
        onChange={(event) =>
          setEdited({ ...edited, ambition: event.currentTarget.value as Version['ambition'] })
        }
      />
      {state === 'published' && (
        <TextInput
          label={t('edit.reason')}
          description={t('edit.reason.hint')}
          value={reason}
          error={refused?.field('reason')}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      <FormProblem error={save.error} except={['title', 'why', 'reason']} />
      <div className={styles.actions}>
        <Button type="submit" loading={save.isPending}>
          {t('edit.save')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
