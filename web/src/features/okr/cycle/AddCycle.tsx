import { NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { components } from '@/api/schema';
import { api, got, intent, keyFor } from '@/lib/client';
import { t } from '@/lib/i18n';
import { Dialog } from '@/ui/Dialog';
import { Form } from '@/ui/form/Form';
import form from '@/ui/form/form.module.css';

type Shapes = components['schemas'];
type Props = { cycles: Shapes['Cycle'][]; next: Shapes['CycleProposal'] | null; onClose: () => void };

const blank = { name: '', kind: 'quarter', starts_on: '', ends_on: '', parent_id: '' };

/** A new cycle begins in planning; check-ins follow what the organisation has agreed on. `next` is what it begins with. */
export function AddCycle({ cycles, next, onClose }: Props) {
  const [given, setGiven] = useState({ ...blank, ...next, parent_id: next?.parent_id ?? '' });
  const [intended] = useState(intent);
  const queryClient = useQueryClient();
  const { parent_id, ...rest } = given;
  const body = { ...rest, kind: given.kind as Shapes['CycleKind'], ...(parent_id && { parent_id }) };
  const add = useMutation({
    mutationFn: () =>
      got(
        api.POST('/api/v1/cycles', {
          params: { header: { 'Idempotency-Key': keyFor(intended, body) } },
          body,
        }),
      ),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: ['okr', 'cycles'] });
      onClose();
    },
  });
  // What the proposal lies within goes with its days.
  const setDay = (field: 'starts_on' | 'ends_on', day: string) =>
    setGiven({ ...given, [field]: day, ...(parent_id === next?.parent_id && { parent_id: '' }) });
  return (
    <Dialog title={t('cycles.add')} onClose={onClose}>
      <Form
        sending={add}
        send={t('cycles.add')}
        fields={['name', 'parent_id', 'starts_on', 'ends_on']}
        onCancel={onClose}
      >
        {(wrong) => (
          <>
            <TextInput
              label={t('cycles.name')}
              required
              withAsterisk={false}
              value={given.name}
              error={wrong('name')}
              onChange={(event) => setGiven({ ...given, name: event.currentTarget.value })}
            />
            <div className={form.pair}>
              <NativeSelect
                label={t('cycles.kind')}
                value={given.kind}
                data={(['quarter', 'annual', 'custom'] as const).map((value) => ({
                  value,
                  label: t(`cycles.kind.${value}`),
                }))}
                onChange={(event) => setGiven({ ...given, kind: event.currentTarget.value })}
              />
              <NativeSelect
                label={t('cycles.parent')}
                value={parent_id}
                error={wrong('parent_id')}
                data={[
                  { value: '', label: t('cycles.no-parent') },
                  ...cycles
                    .filter(({ kind }) => kind === 'annual')
                    .map(({ id, name }) => ({ value: id, label: name })),
                ]}
                onChange={(event) => setGiven({ ...given, parent_id: event.currentTarget.value })}
              />
              {(['starts_on', 'ends_on'] as const).map((field) => (
                <TextInput
                  key={field}
                  type="date"
                  required
                  withAsterisk={false}
                  label={t(`cycles.${field}`)}
                  value={given[field]}
                  error={wrong(field)}
                  onChange={(event) => setDay(field, event.currentTarget.value)}
                />
              ))}
            </div>
          </>
        )}
      </Form>
    </Dialog>
  );
}
