import { NativeSelect, TextInput } from '@mantine/core';
import { api, gotWithTag } from '@/lib/client';
import { day } from '@/lib/format';
import { t } from '@/lib/i18n';
import { useVersionedForm } from '@/ui/form/use-versioned-form';
import { VersionedForm } from '@/ui/form/VersionedForm';
import styles from '@/ui/form/form.module.css';
import { cycleQuery } from '../parts/queries';
import type { Cycle } from '../parts/shapes';

type Props = { cycle: Cycle; etag: string; onDone: () => void };
type Written = Pick<Cycle, 'name' | 'ends_on' | 'midcycle_on' | 'cadence'> & { reason: string };

const writtenOf = ({ name, ends_on, midcycle_on, cadence }: Cycle): Written => ({
  name,
  ends_on,
  midcycle_on,
  cadence,
  reason: '',
});
const inWords = ({ name, ends_on, midcycle_on, cadence }: Written) => ({
  name,
  ends_on: day(ends_on),
  midcycle_on: day(midcycle_on),
  cadence: t(`cadence.${cadence}`),
});

/** Name, days and cadence of a cycle. */
export function EditCycleFields({ cycle, etag, onDone }: Props) {
  const isYear = cycle.kind === 'annual';
  const form = useVersionedForm({
    thing: cycle,
    etag,
    of: writtenOf,
    words: inWords,
    label: (name) => t(`cycles.${name}`),
    query: cycleQuery(cycle.id),
    send: ({ midcycle_on, reason, ...given }, { etag }) =>
      gotWithTag(
        api.PATCH('/api/v1/cycles/{cycle}', {
          params: { path: { cycle: cycle.id }, header: { 'If-Match': etag } },
          body: { ...given, ...(!isYear && { midcycle_on }), ...(reason.trim() && { reason }) },
        }),
      ),
    said: t('saved'),
    onDone,
  });
  return (
    <VersionedForm
      form={form}
      send={t('save')}
      fields={['name', 'ends_on', 'midcycle_on', 'reason']}
      onCancel={onDone}
    >
      <TextInput label={t('cycles.name')} {...form.field('name')} />
      <div className={styles.pair}>
        {(isYear ? (['ends_on'] as const) : (['ends_on', 'midcycle_on'] as const)).map((field) => (
          <TextInput key={field} type="date" label={t(`cycles.${field}`)} {...form.field(field)} />
        ))}
      </div>
      {form.written.ends_on < form.before.ends_on && (
        <TextInput
          label={t('cycles.reason')}
          description={t('cycles.reason.hint')}
          {...form.field('reason')}
        />
      )}
      <NativeSelect
        label={t('cycles.cadence')}
        {...form.field('cadence')}
        data={(['weekly', 'two_weekly', 'monthly'] as const).map((value) => ({
          value,
          label: t(`cadence.${value}`),
        }))}
      />
    </VersionedForm>
  );
}
