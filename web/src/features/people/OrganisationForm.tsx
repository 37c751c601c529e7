import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { components } from '@/api/schema';
import { api, got, Refused } from '@/lib/client';
import { t } from '@/lib/i18n';
import { FormProblem } from '@/ui/FormProblem';
import form from '@/ui/form.module.css';
import { toast } from '@/ui/toast';

type Settings = components['schemas']['Settings'];
type Props = { settings: Settings; etag: string };

const limits = ['objectives_least', 'objectives_most', 'key_results_least', 'key_results_most'] as const;
const named = ['name', 'hand_up_after', ...limits];

export function OrganisationForm({ settings, etag }: Props) {
  const [given, setGiven] = useState(settings);
  const queryClient = useQueryClient();
  const save = useMutation({
    mutationFn: () => {
      const { name, vision, cadence, individual_okrs, hand_up_after } = given;
      const numbers = Object.fromEntries(limits.map((field) => [field, given[field]]));
      const body = {
        ...numbers,
        vision,
        cadence,
        individual_okrs,
        hand_up_after,
        ...(name !== settings.name && { name }),
      };
      return got(api.PATCH('/api/v1/settings', { params: { header: { 'If-Match': etag } }, body }));
    },
    onSuccess: () => {
      toast(t('saved'));
      void queryClient.invalidateQueries({ queryKey: ['people'] });
    },
  });
  const wrong = (field: string) => (save.error instanceof Refused ? save.error.field(field) : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const count = (field: (typeof limits)[number] | 'hand_up_after', least: number) => (
    <TextInput
      key={field}
      type="number"
      min={least}
      max={field === 'hand_up_after' ? 60 : 20}
      label={t(`organisation.${field}`)}
      value={String(given[field])}
      error={wrong(field)}
      onChange={(event) => setGiven({ ...given, [field]: Number(event.currentTarget.value) })}
    />
  );
  return (
    <form className={form.form} onSubmit={submit}>
      <TextInput
        label={t('organisation.name')}
        value={given.name}
        error={wrong('name')}
        onChange={(event) => setGiven({ ...given, name: event.currentTarget.value })}
      />
      <Textarea
        label={t('organisation.vision')}
        description={t('organisation.vision.hint')}
        autosize
        minRows={2}
        value={given.vision}
        onChange={(event) => setGiven({ ...given, vision: event.currentTarget.value })}
      />
      <div className={form.pair}>{limits.map((field) => count(field, 1))}</div>
      <div className={form.pair}>
        <NativeSelect
          label={t('organisation.cadence')}
          value={given.cadence}
          data={(['weekly', 'two_weekly', 'monthly'] as const).map((value) => ({
            value,
            label: t(`cadence.${value}`),
          }))}
          onChange={(event) =>
            setGiven({ ...given, cadence: event.currentTarget.value as Settings['cadence'] })
          }
        />
        {count('hand_up_after', 0)}
      </div>
      <label className={form.check}>
        <input
          type="checkbox"
          checked={given.individual_okrs}
          onChange={(event) => setGiven({ ...given, individual_okrs: event.currentTarget.checked })}
        />
        {t('organisation.individual_okrs')}
      </label>
      <FormProblem error={save.error} except={named} />
      <div className={form.actions}>
        <Button type="submit" loading={save.isPending}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
