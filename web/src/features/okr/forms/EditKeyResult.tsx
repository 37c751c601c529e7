import { TextInput } from '@mantine/core';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, gotWithTag } from '@/lib/client';
import { day } from '@/lib/format';
import { t } from '@/lib/i18n';
import { differences, useChange, withTheirs } from '@/lib/use-change';
import { Conflict } from '@/ui/form/Conflict';
import { Form } from '@/ui/form/Form';
import { KeyResultFields, keyResultFields } from '../draft/KeyResultFields';
import { kpiTakenQuery } from '../draft/kpi-taken';
import { SmallButton } from '../parts/Opening';
import { objectiveQuery } from '../parts/queries';
import type { KeyResult, Objective } from '../parts/shapes';
import { Stays } from '../parts/Stays';
import type { WrittenKeyResult } from '../draft/written';
import { useWording } from './use-wording';
import { changeOf, writtenOf } from './written-change';

type Props = { objective: Objective; keyResult: KeyResult; onDone: () => void };

const told = [
  'title',
  'baseline',
  'target',
  'by',
  'low',
  'high',
  'unit',
  'due_on',
  'indicator',
  'milestones',
  'owner',
  'weight',
  'commit',
  'stretch',
  'counter',
  'kpi',
] as const;
const tagOf = ({ version }: KeyResult) => `"${version}"`;
const stepsOf = ({ milestones }: Objective, id: string) =>
  milestones.filter(({ key_result_id }) => key_result_id === id);
const said = (
  { due_on, indicator, owner, kpi_id, ...words }: WrittenKeyResult,
  queryClient: QueryClient,
) => ({
  ...words,
  due_on: due_on && day(due_on),
  indicator: t(`indicator.${indicator || 'none'}`),
  owner: owner?.name ?? '',
  kpi: kpi_id && (queryClient.getQueryData(kpiTakenQuery(kpi_id).queryKey)?.name ?? t('changed.kpi')),
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
  const wording = useWording(written, true);
  const { save, theirs, goOn } = useChange({
    etag: tagOf(keyResult),
    send: (seen) =>
      gotWithTag(
        api.PATCH('/api/v1/key-results/{key_result}', {
          params: { path: { key_result: id }, header: { 'If-Match': seen } },
          body: {
            ...changeOf(written, start.keyResult, start.milestones),
            ...(asks && reason.trim() && { reason }),
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
  const asks = told.some(
    (name) =>
      said(before, queryClient)[name] !== said(written, queryClient)[name] &&
      objective.asks_reason.includes(name === 'by' ? 'change_percent' : name),
  );
  if (theirs)
    return (
      <Conflict
        differences={differences(told, (name) => label(name, number), [
          said(before, queryClient),
          said(written, queryClient),
          said(theirs, queryClient),
        ])}
        onGoOn={(taken) => {
          setWritten(withTheirs(written, theirs, taken.includes('kpi') ? [...taken, 'kpi_id'] : taken));
          goOn();
        }}
        onTheirs={onDone}
      />
    );
  return (
    <Form
      small
      sending={save}
      send={t('edit.save')}
      fields={[...keyResultFields, 'reason']}
      onCancel={onDone}
    >
      {(wrong) => (
        <>
          <KeyResultFields
            number={number}
            keyResult={written}
            fixed
            stays={objective.fixed}
            error={wrong}
            onChange={setWritten}
          />
          <Stays objective={objective} of={['words', 'measure', 'hands', 'due']} />
          {wording && wording !== written.title && !objective.fixed.includes('title') && (
            <p className="small" role="status">
              {t('edit.wording')} <strong dir="auto">{wording}</strong>{' '}
              <SmallButton
                text={t('edit.wording.take')}
                onClick={() => setWritten({ ...written, title: wording })}
              />
            </p>
          )}
          {asks && (
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
  if (name === 'owner') return t('write.kr-owner');
  return t(`write.${name === 'due_on' ? 'due' : name}`);
}
