import { TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, gotWithTag } from '@/lib/client';
import { day } from '@/lib/format';
import { t } from '@/lib/i18n';
import { differences, useChange, withTheirs } from '@/lib/use-change';
import { Conflict } from '@/ui/Conflict';
import { Form } from '@/ui/Form';
import { KeyResultFields } from '../KeyResultFields';
import { objectiveQuery } from '../queries';
import type { KeyResult, Objective } from '../shapes';
import type { WrittenKeyResult } from '../written';
import { changeOf, writtenOf } from '../written-change';

type Props = { objective: Objective; keyResult: KeyResult; onDone: () => void };

const told = [
  'title',
  'baseline',
  'target',
  'low',
  'high',
  'unit',
  'due_on',
  'indicator',
  'milestones',
] as const;
const tagOf = ({ version }: KeyResult) => `"${version}"`;
const stepsOf = ({ milestones }: Objective, id: string) =>
  milestones.filter(({ key_result_id }) => key_result_id === id);
const said = ({ due_on, indicator, ...words }: WrittenKeyResult) => ({
  ...words,
  due_on: due_on && day(due_on),
  indicator: t(`indicator.${indicator || 'none'}`),
});

/** Changes a key result of any shape; what it is measured as stays. */
export function EditKeyResult({ objective, keyResult, onDone }: Props) {
  const { id } = keyResult;
  const number = objective.key_results.findIndex((one) => one.id === id) + 1;
  const [start] = useState({ keyResult, milestones: stepsOf(objective, id) });
  const [before] = useState(() => writtenOf(keyResult, start.milestones));
  const [written, setWritten] = useState(before);
  const [reason, setReason] = useState('');
  const queryClient = useQueryClient();
  const { save, theirs, goOn } = useChange({
    etag: tagOf(keyResult),
    send: (seen) =>
      gotWithTag(
        api.PATCH('/api/v1/key-results/{key_result}', {
          params: { path: { key_result: id }, header: { 'If-Match': seen } },
          body: {
            ...changeOf(written, start.keyResult, start.milestones),
            ...(reason.trim() && { reason }),
          },
        }),
      ),
    read: async () => {
      const { data } = await queryClient.fetchQuery({ ...objectiveQuery(objective.id), staleTime: 0 });
      const now = data.key_results.find((one) => one.id === id) ?? keyResult;
      return { data: writtenOf(now, stepsOf(data, id)), etag: tagOf(now) };
    },
    onSaved: () => {
      void queryClient.invalidateQueries({ queryKey: ['okr'] });
      onDone();
    },
  });
  if (theirs)
    return (
      <Conflict
        differences={differences(told, (name) => label(name, number), [
          said(before),
          said(written),
          said(theirs),
        ])}
        onGoOn={(taken) => {
          setWritten(withTheirs(written, theirs, taken));
          goOn();
        }}
        onTheirs={onDone}
      />
    );
  return (
    <Form small sending={save} send={t('edit.save')} fields={[...told, 'reason']} onCancel={onDone}>
      {(wrong) => (
        <>
          <KeyResultFields number={number} keyResult={written} fixed error={wrong} onChange={setWritten} />
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

function label(name: (typeof told)[number], number: number) {
  if (name === 'title') return t('write.key-result', { number });
  return t(`write.${name === 'due_on' ? 'due' : name}`);
}
