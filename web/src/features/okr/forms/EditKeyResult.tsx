import { TextInput } from '@mantine/core';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { api, gotWithTag } from '@/lib/client';
import { day } from '@/lib/format';
import { t } from '@/lib/i18n';
import { useVersionedForm } from '@/ui/form/use-versioned-form';
import { VersionedForm } from '@/ui/form/VersionedForm';
import { KeyResultFields, keyResultFields } from '../draft/KeyResultFields';
import { kpiTakenQuery } from '../draft/kpi-taken';
import { SmallButton } from '../parts/Opening';
import { objectiveQuery } from '../parts/queries';
import type { KeyResult, Objective } from '../parts/shapes';
import { Stays } from '../parts/Stays';
import { useWording } from './use-wording';
import { changeOf, writtenOf, type WrittenChange } from './written-change';

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
  'kpi_id',
] as const;
type Told = (typeof told)[number];

const inWords = (written: WrittenChange, queryClient: QueryClient) => {
  const { due_on, indicator, owner, kpi_id } = written;
  return {
    ...Object.fromEntries(told.map((name) => [name, written[name]])),
    due_on: due_on && day(due_on),
    indicator: t(`indicator.${indicator || 'none'}`),
    owner: owner?.name ?? '',
    kpi_id: kpi_id && (queryClient.getQueryData(kpiTakenQuery(kpi_id).queryKey)?.name ?? t('changed.kpi')),
  } as Record<Told, string>;
};

/** Changes a key result of any shape; what it is measured as stays. */
export function EditKeyResult({ objective, keyResult, onDone }: Props) {
  const { id } = keyResult;
  const number = objective.key_results.findIndex((one) => one.id === id) + 1;
  const queryClient = useQueryClient();
  const now = ({ key_results }: Objective) => key_results.find((one) => one.id === id) ?? keyResult;
  const tag = (objective: Objective) => `"${now(objective).version}"`;
  const form = useVersionedForm({
    thing: objective,
    etag: tag(objective),
    tag,
    of: (objective) => writtenOf(now(objective), objective.milestones),
    words: (written) => inWords(written, queryClient),
    label: (name) => label(name, number),
    query: objectiveQuery(objective.id),
    send: (written, { before, etag }) =>
      gotWithTag(
        api.PATCH('/api/v1/key-results/{key_result}', {
          params: { path: { key_result: id }, header: { 'If-Match': etag } },
          body: {
            ...changeOf(written, before),
            ...(asks && written.reason.trim() && { reason: written.reason }),
          },
        }),
      ),
    onDone,
  });
  const { written } = form;
  const asks: boolean = form.changed.some((name) => objective.asks_reason.includes(inHistory(name)));
  const wording = useWording(written, true);
  return (
    <VersionedForm
      small
      form={form}
      send={t('edit.save')}
      fields={[...keyResultFields, 'reason']}
      onCancel={onDone}
    >
      <KeyResultFields
        number={number}
        keyResult={written}
        fixed
        stays={objective.fixed}
        error={form.wrong}
        onChange={form.change}
      />
      <Stays objective={objective} of={['words', 'measure', 'hands', 'due']} />
      {wording && wording !== written.title && !objective.fixed.includes('title') && (
        <p className="small" role="status">
          {t('edit.wording')} <strong dir="auto">{wording}</strong>{' '}
          <SmallButton text={t('edit.wording.take')} onClick={() => form.set('title')(wording)} />
        </p>
      )}
      {asks && (
        <TextInput label={t('edit.reason')} description={t('edit.reason.hint')} {...form.field('reason')} />
      )}
    </VersionedForm>
  );
}

/** What the history calls it. */
const inHistory = (name: Told) => (name === 'by' ? 'change_percent' : name === 'kpi_id' ? 'kpi' : name);

function label(name: Told, number: number) {
  if (name === 'title') return t('write.key-result', { number });
  if (name === 'owner') return t('write.kr-owner');
  return t(`write.${name === 'due_on' ? 'due' : name === 'kpi_id' ? 'kpi' : name}`);
}
