import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, got, intent, keyFor, Refused } from '@/lib/client';
import { number, readNumber } from '@/lib/format';
import { t } from '@/lib/i18n';
import { FormProblem } from '@/ui/FormProblem';
import { toast } from '@/ui/toast';
import { teamsQuery } from './queries';
import type { Kpi } from './shapes';
import styles from './KpiForm.module.css';

type Props = { kpi?: Kpi; etag?: string; team?: string; onDone: () => void };

const text = (value: number | null | undefined) => (value == null ? '' : number(value, 6));

const startOf = (kpi: Kpi | undefined, team: string | undefined) => ({
  name: kpi?.name ?? '',
  description: kpi?.description ?? '',
  unit: kpi?.unit ?? '',
  better: kpi?.better ?? 'higher',
  low: text(kpi?.low),
  high: text(kpi?.high),
  margin: text(kpi?.margin),
  team_id: kpi?.team?.id ?? team ?? '',
  cadence: kpi?.cadence ?? 'weekly',
});
type Written = ReturnType<typeof startOf>;
const fields = ['name', 'unit', 'low', 'high', 'margin', 'team_id'];

/** Makes a KPI, or changes one. */
export function KpiForm({ kpi, etag, team, onDone }: Props) {
  const [written, setWritten] = useState(() => startOf(kpi, team));
  const [key] = useState(intent);
  const teams = useQuery(teamsQuery);
  const queryClient = useQueryClient();
  const save = useMutation({
    mutationFn: () => send(written, kpi, etag, key),
    onSuccess: () => {
      toast(t(kpi ? 'kpi.saved' : 'kpi.made'));
      void queryClient.invalidateQueries({ queryKey: ['kpi'] });
      onDone();
    },
  });
  const refused = save.error instanceof Refused ? save.error : undefined;
  const field = (name: keyof Written) => ({
    label: t(`kpi.${name}`),
    value: written[name],
    error: refused?.field(name),
    onChange: (event: { currentTarget: { value: string } }) =>
      setWritten({ ...written, [name]: event.currentTarget.value }),
  });
  const choices = (name: keyof Written, values: string[]) =>
    values.map((value) => ({ value, label: t(`kpi.${name}.${value}`) }));

  return (
    <form className={`card ${styles.form}`} onSubmit={(event) => (event.preventDefault(), save.mutate())}>
      <h2>{t(kpi ? 'kpi.edit.title' : 'kpis.new')}</h2>
      <TextInput {...field('name')} required />
      <Textarea {...field('description')} autosize minRows={2} />
      <div className={styles.line}>
        <NativeSelect {...field('better')} data={choices('better', ['higher', 'lower', 'within'])} />
        <TextInput {...field('low')} inputMode="decimal" />
        <TextInput {...field('high')} inputMode="decimal" />
        <TextInput {...field('margin')} inputMode="decimal" />
        <TextInput {...field('unit')} />
      </div>
      <div className={styles.line}>
        <NativeSelect
          {...field('team_id')}
          data={[
            { value: '', label: t('kpi.team_id.none') },
            ...(teams.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <NativeSelect
          {...field('cadence')}
          data={choices('cadence', ['daily', 'weekly', 'monthly', 'quarterly'])}
        />
      </div>
      <FormProblem error={save.error} except={fields} />
      <div className={styles.actions}>
        <Button type="submit" loading={save.isPending}>
          {t('kpi.save')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}

function send(written: Written, kpi: Kpi | undefined, etag: string | undefined, key: string) {
  const { team_id, low, high, margin, ...rest } = written;
  const limits = {
    low: readNumber(low) ?? null,
    high: readNumber(high) ?? null,
    margin: readNumber(margin) ?? null,
  };
  const body = { ...rest, ...limits, team_id: team_id || null };
  if (kpi)
    return got(
      api.PATCH('/api/v1/kpis/{kpi}', {
        params: { path: { kpi: kpi.id }, header: { 'If-Match': etag! } },
        body,
      }),
    );
  return got(
    api.POST('/api/v1/kpis', { params: { header: { 'Idempotency-Key': keyFor(key, body) } }, body }),
  );
}
