import { NativeSelect, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, gotWithTag } from '@/lib/client';
import { day } from '@/lib/format';
import { t } from '@/lib/i18n';
import { differences, useChange, withTheirs } from '@/lib/use-change';
import { Conflict } from '@/ui/form/Conflict';
import { Form } from '@/ui/form/Form';
import form from '@/ui/form/form.module.css';
import { toast } from '@/ui/toast';
import { cycleQuery } from '../parts/queries';
import type { Cycle } from '../parts/shapes';

type Props = { cycle: Cycle; etag: string; onDone: () => void };
type Written = Pick<Cycle, 'name' | 'ends_on' | 'midcycle_on' | 'cadence'>;

const writtenOf = ({ name, ends_on, midcycle_on, cadence }: Cycle): Written => ({
  name,
  ends_on,
  midcycle_on,
  cadence,
});
const said = ({ name, ends_on, midcycle_on, cadence }: Written) => ({
  name,
  ends_on: day(ends_on),
  midcycle_on: day(midcycle_on),
  cadence: t(`cadence.${cadence}`),
});

/** Name, days and cadence of a cycle. */
export function EditCycleFields({ cycle, etag, onDone }: Props) {
  const isYear = cycle.kind === 'annual';
  const [before] = useState(() => writtenOf(cycle));
  const [given, setGiven] = useState(before);
  const [reason, setReason] = useState('');
  const queryClient = useQueryClient();
  const { save, theirs, goOn } = useChange({
    etag,
    send: (seen) =>
      gotWithTag(
        api.PATCH('/api/v1/cycles/{cycle}', {
          params: { path: { cycle: cycle.id }, header: { 'If-Match': seen } },
          body: { ...given, ...(isYear && { midcycle_on: undefined }), ...(reason.trim() && { reason }) },
        }),
      ),
    read: () => queryClient.fetchQuery({ ...cycleQuery(cycle.id), staleTime: 0 }),
    onSaved: () => {
      toast(t('saved'));
      void queryClient.invalidateQueries({ queryKey: ['okr'] });
      onDone();
    },
  });
  if (theirs)
    return (
      <Conflict
        differences={differences(
          ['name', 'ends_on', 'midcycle_on', 'cadence'],
          (name) => t(`cycles.${name}`),
          [said(before), said(given), said(theirs)],
        )}
        onGoOn={(taken) => {
          setGiven(withTheirs(given, writtenOf(theirs), taken));
          goOn();
        }}
        onTheirs={onDone}
      />
    );
  return (
    <Form
      sending={save}
      send={t('save')}
      fields={['name', 'ends_on', 'midcycle_on', 'reason']}
      onCancel={onDone}
    >
      {(wrong) => (
        <>
          <TextInput
            label={t('cycles.name')}
            value={given.name}
            error={wrong('name')}
            onChange={(event) => setGiven({ ...given, name: event.currentTarget.value })}
          />
          <div className={form.pair}>
            {(isYear ? (['ends_on'] as const) : (['ends_on', 'midcycle_on'] as const)).map((field) => (
              <TextInput
                key={field}
                type="date"
                label={t(`cycles.${field}`)}
                value={given[field]}
                error={wrong(field)}
                onChange={(event) => setGiven({ ...given, [field]: event.currentTarget.value })}
              />
            ))}
          </div>
          {given.ends_on < before.ends_on && (
            <TextInput
              label={t('cycles.reason')}
              description={t('cycles.reason.hint')}
              value={reason}
              error={wrong('reason')}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          )}
          <NativeSelect
            label={t('cycles.cadence')}
            value={given.cadence}
            data={(['weekly', 'two_weekly', 'monthly'] as const).map((value) => ({
              value,
              label: t(`cadence.${value}`),
            }))}
            onChange={(event) =>
              setGiven({ ...given, cadence: event.currentTarget.value as Cycle['cadence'] })
            }
          />
        </>
      )}
    </Form>
  );
}
