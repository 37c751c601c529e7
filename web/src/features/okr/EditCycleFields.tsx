import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { components } from '@/api/schema';
import { api, got, Refused } from '@/lib/client';
import { t } from '@/lib/i18n';
import { FormProblem } from '@/ui/FormProblem';
import form from '@/ui/form.module.css';
import { toast } from '@/ui/toast';
import styles from './AdminCycles.module.css';

type Cycle = components['schemas']['Cycle'];
type Props = { cycle: Cycle; etag: string; onDone: () => void };

const phases = ['planning', 'active', 'closing', 'closed'] as const;

/** Name, days and cadence of a cycle; its phase moves one step at a time, which the server watches over. */
export function EditCycleFields({ cycle, etag, onDone }: Props) {
  const { name, ends_on, midcycle_on, cadence, phase } = cycle;
  const [given, setGiven] = useState({ name, ends_on, midcycle_on, cadence });
  const queryClient = useQueryClient();
  const save = useMutation({
    mutationFn: (next?: Cycle['phase']) =>
      got(
        api.PATCH('/api/v1/cycles/{cycle}', {
          params: { path: { cycle: cycle.id }, header: { 'If-Match': etag } },
          body: next ? { phase: next } : given,
        }),
      ),
    onSuccess: (_, next) => {
      toast(t('saved'));
      if (!next) onDone();
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['okr'] }),
  });
  const wrong = (field: string) => (save.error instanceof Refused ? save.error.field(field) : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(undefined);
  };
  const at = phases.indexOf(phase);
  const steps = [phases[at + 1], phases[at - 1]].filter((step) => step !== undefined);
  return (
    <form className={form.form} onSubmit={submit}>
      <TextInput
        label={t('cycles.name')}
        value={given.name}
        error={wrong('name')}
        onChange={(event) => setGiven({ ...given, name: event.currentTarget.value })}
      />
      <div className={form.pair}>
        {(['ends_on', 'midcycle_on'] as const).map((field) => (
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
      <NativeSelect
        label={t('cycles.cadence')}
        value={given.cadence}
        data={(['weekly', 'two_weekly', 'monthly'] as const).map((value) => ({
          value,
          label: t(`cadence.${value}`),
        }))}
        onChange={(event) => setGiven({ ...given, cadence: event.currentTarget.value as Cycle['cadence'] })}
      />
      <ol className={styles.phases} aria-label={t('cycles.phase')}>
        {phases.map((one) => (
          <li key={one} aria-current={one === phase ? 'step' : undefined}>
            {t(`phase.${one}`)}
          </li>
        ))}
      </ol>
      <FormProblem error={save.error} except={['name', 'ends_on', 'midcycle_on']} />
      <div className={form.actions}>
        <Button type="submit" loading={save.isPending}>
          {t('save')}
        </Button>
        {steps.map((step) => (
          <Button key={step} variant="default" onClick={() => save.mutate(step)}>
            {t('cycles.move', { phase: t(`phase.${step}`) })}
          </Button>
        ))}
      </div>
    </form>
  );
}
