import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, gotWithTag } from '@/lib/client';
import { relativeInstant } from '@/lib/format';
import { t } from '@/lib/i18n';
import { differences, useChange, withTheirs } from '@/lib/use-change';
import { Conflict } from '@/ui/Conflict';
import { Form } from '@/ui/Form';
import { objectiveQuery } from '../queries';
import type { Objective } from '../shapes';
import styles from './EditObjective.module.css';

type Version = Pick<Objective, 'title' | 'why' | 'ambition'>;
type Props = { objective: Objective; etag: string; onDone: () => void };

const versionOf = ({ title, why, ambition }: Objective): Version => ({ title, why, ambition });

/** Changes an objective in place. What somebody else changed meanwhile is shown beside, never written over. */
export function EditObjective({ objective, etag, onDone }: Props) {
  const [before] = useState(() => versionOf(objective));
  const [edited, setEdited] = useState(before);
  const [reason, setReason] = useState('');
  const queryClient = useQueryClient();
  const { save, theirs, goOn } = useChange({
    etag,
    send: (seen) =>
      gotWithTag(
        api.PATCH('/api/v1/objectives/{objective}', {
          params: { path: { objective: objective.id }, header: { 'If-Match': seen } },
          body: { ...edited, ...(reason.trim() && { reason }) },
        }),
      ),
    read: () => queryClient.fetchQuery({ ...objectiveQuery(objective.id), staleTime: 0 }),
    onSaved: () => {
      void queryClient.invalidateQueries({ queryKey: ['okr'] });
      onDone();
    },
  });

  if (theirs)
    return (
      <div className={`card ${styles.form}`}>
        <Conflict
          heading="h1"
          title={
            theirs.changed
              ? t('conflict.by', { name: theirs.changed.by.name, when: relativeInstant(theirs.changed.at) })
              : undefined
          }
          differences={differences(['title', 'why', 'ambition'], (name) => labels[name](), [
            said(before),
            said(edited),
            said(theirs),
          ])}
          onGoOn={(taken) => {
            setEdited(withTheirs(edited, versionOf(theirs), taken));
            goOn();
          }}
          onTheirs={onDone}
        />
      </div>
    );
  return (
    <Form
      className={`card ${styles.form}`}
      sending={save}
      send={t('edit.save')}
      fields={['title', 'why', 'reason']}
      onCancel={onDone}
    >
      {(wrong) => (
        <>
          <h1 className="caps">{t('edit.title')}</h1>
          <TextInput
            label={t('write.objective')}
            size="md"
            value={edited.title}
            error={wrong('title')}
            onChange={(event) => setEdited({ ...edited, title: event.currentTarget.value })}
          />
          <Textarea
            label={t('write.why')}
            autosize
            minRows={2}
            value={edited.why}
            error={wrong('why')}
            onChange={(event) => setEdited({ ...edited, why: event.currentTarget.value })}
          />
          <NativeSelect
            label={t('write.ambition')}
            data={['aspirational', 'committed'].map((value) => ({
              value,
              label: t(`ambition.${value}.long`),
            }))}
            value={edited.ambition}
            onChange={(event) =>
              setEdited({ ...edited, ambition: event.currentTarget.value as Version['ambition'] })
            }
          />
          {objective.state === 'published' && (
            <TextInput
              label={t('edit.reason')}
              description={t('edit.reason.hint')}
              value={reason}
              error={wrong('reason')}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          )}
        </>
      )}
    </Form>
  );
}

const labels: Record<keyof Version, () => string> = {
  title: () => t('write.objective'),
  why: () => t('write.why'),
  ambition: () => t('write.ambition'),
};
const said = ({ title, why, ambition }: Version) => ({ title, why, ambition: t(`ambition.${ambition}`) });
