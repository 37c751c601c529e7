import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, gotWithTag, intent, keyFor } from '@/lib/client';
import { number, readNumber } from '@/lib/format';
import { spoken, t } from '@/lib/i18n';
import type { PersonName } from '@/lib/people';
import { PersonInput } from '@/ui/form/PersonInput';
import { useVersionedForm, type On } from '@/ui/form/use-versioned-form';
import { VersionedForm } from '@/ui/form/VersionedForm';
import { kpiQuery, kpiTeamsQuery, kpiTemplatesQuery } from './queries';
import type { Kpi } from './shapes';
import styles from './KpiForm.module.css';

type Choice = { value: string; label: string };
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
  indicator: kpi?.indicator ?? ('' as '' | 'leading' | 'lagging'),
  owner: kpi?.owner ?? (null as PersonName | null),
});
type Written = ReturnType<typeof startOf>;
const inWords = ({ better, team_id, cadence, indicator, owner, ...words }: Written, teams: Choice[]) => ({
  name: words.name,
  description: words.description,
  unit: words.unit,
  better: t(`kpi.better.${better}`),
  low: words.low,
  high: words.high,
  margin: words.margin,
  team_id: teams.find(({ value }) => value === team_id)?.label ?? '',
  cadence: t(`kpi.cadence.${cadence}`),
  indicator: t(`kpi.indicator.${indicator || 'none'}`),
  owner: owner?.name ?? '',
});

/** Makes a KPI, or changes one. */
export function KpiForm({ kpi, etag = '', team, onDone }: Props) {
  const [key] = useState(intent);
  const teams = useTeams(kpi);
  const place = (id: string) => (teams.find(({ value }) => value === id) ?? teams[0])?.value ?? '';
  const examples = useQuery({ ...kpiTemplatesQuery(spoken()), enabled: !kpi }).data?.items ?? [];
  const form = useVersionedForm({
    thing: kpi,
    etag,
    of: (kpi: Kpi | undefined) => startOf(kpi, team),
    words: (written) => inWords(written, teams),
    label: (name) => t(`kpi.${name}`),
    query: kpiQuery(kpi?.id ?? ''),
    send: (written, on) => send({ ...written, team_id: place(written.team_id) }, kpi, on, key),
    said: t(kpi ? 'kpi.saved' : 'kpi.made'),
    onDone,
  });
  const field = (name: Exclude<keyof Written, 'owner'>) => ({
    label: t(`kpi.${name}`),
    ...form.field(name),
  });
  const choices = (name: 'better' | 'cadence' | 'indicator', values: string[]) =>
    values.map((value) => ({ value, label: t(`kpi.${name}.${value || 'none'}`) }));
  return (
    <VersionedForm
      className={`card ${styles.form}`}
      form={form}
      heading="h1"
      send={t('kpi.save')}
      fields={['name', 'unit', 'low', 'high', 'margin', 'team_id', 'owner_id']}
      onCancel={onDone}
    >
      {kpi ? <h1 className="caps">{t('kpi.edit.title')}</h1> : <h2>{t('kpis.new')}</h2>}
      {!kpi && (
        <NativeSelect
          label={t('kpi.example')}
          data={[
            { value: '', label: t('kpi.example.none') },
            ...examples.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(event) => {
            const example = examples.find(({ id }) => id === event.currentTarget.value);
            if (!example) return;
            const { name, description, unit, better, cadence } = example;
            form.change({ name, description, unit, better, cadence });
          }}
        />
      )}
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
        <NativeSelect {...field('team_id')} value={place(form.written.team_id)} data={teams} />
        <NativeSelect
          {...field('cadence')}
          data={choices('cadence', ['daily', 'weekly', 'monthly', 'quarterly'])}
        />
        <PersonInput
          label={t('kpi.owner')}
          placeholder={t('kpi.owner.default')}
          person={form.written.owner}
          error={form.wrong('owner_id')}
          onChange={form.set('owner')}
        />
        <NativeSelect {...field('indicator')} data={choices('indicator', ['', 'leading', 'lagging'])} />
      </div>
    </VersionedForm>
  );
}

/** Where a KPI may be put, and where it is. */
function useTeams(kpi: Kpi | undefined): Choice[] {
  const { data } = useQuery(kpiTeamsQuery);
  const choices = (data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const here = kpi?.team;
  if (here && !choices.some(({ value }) => value === here.id))
    choices.unshift({ value: here.id, label: here.name });
  if (data?.without_team || (kpi && !here)) choices.unshift({ value: '', label: t('kpi.team_id.none') });
  return choices;
}

function send(written: Written, kpi: Kpi | undefined, { before, etag }: On<Written>, key: string) {
  const { team_id, low, high, margin, indicator, owner, ...rest } = written;
  const limits = {
    low: readNumber(low) ?? null,
    high: readNumber(high) ?? null,
    margin: readNumber(margin) ?? null,
  };
  const body = {
    ...rest,
    ...limits,
    team_id: team_id || null,
    indicator: indicator || null,
    ...(owner && owner.id !== before.owner?.id && { owner_id: owner.id }),
  };
  if (kpi)
    return gotWithTag(
      api.PATCH('/api/v1/kpis/{kpi}', {
        params: { path: { kpi: kpi.id }, header: { 'If-Match': etag } },
        body,
      }),
    );
  return gotWithTag(
    api.POST('/api/v1/kpis', { params: { header: { 'Idempotency-Key': keyFor(key, body) } }, body }),
  );
}
