import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { components } from '@/api/schema';
import { api, got, intent, keyFor, Refused } from '@/lib/client';
import { t } from '@/lib/i18n';
import { Dialog } from '@/ui/Dialog';
import { FormProblem } from '@/ui/FormProblem';
import form from '@/ui/form.module.css';

type Shapes = components['schemas'];
type Props = { cycles: Shapes['Cycle'][]; onClose: () => void };

/** A new cycle begins in planning; check-ins follow what the organisation has agreed on. */
export function AddCycle({ cycles, onClose }: Props) {
  const [given, setGiven] = useState({
    name: '',
    kind: 'quarter',
    starts_on: '',
    ends_on: '',
    parent_id: '',
  });
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
  const wrong = (field: string) => (add.error instanceof Refused ? add.error.field(field) : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  const dayField = (field: 'starts_on' | 'ends_on') => (
    <TextInput
      type="date"
      required
      withAsterisk={false}
      label={t(`cycles.${field}`)}
      value={given[field]}
      error={wrong(field)}
      onChange={(event) => setGiven({ ...given, [field]: event.currentTarget.value })}
    />
  );
  return (
    <Dialog title={t('cycles.add')} onClose={onClose}>
      <form className={form.form} onSubmit={submit}>
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
          {dayField('starts_on')}
          {dayField('ends_on')}
        </div>
        <FormProblem error={add.error} except={['name', 'parent_id', 'starts_on', 'ends_on']} />
        <div className={form.actions}>
          <Button type="submit" loading={add.isPending}>
            {t('cycles.add')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
