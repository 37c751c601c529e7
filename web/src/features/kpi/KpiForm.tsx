import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, gotWithTag, intent, keyFor } from '@/lib/client';
import { number, readNumber } from '@/lib/format';
import { spoken, t } from '@/lib/i18n';
import type { PersonName } from '@/lib/people';
import { differences, useChange, withTheirs } from '@/lib/use-change';
import { Conflict } from '@/ui/form/Conflict';
import { Form, type Wrong } from '@/ui/form/Form';
import { PersonInput } from '@/ui/form/PersonInput';
import { toast } from '@/ui/toast';
import { kpiQuery, kpiTeamsQuery, kpiTemplatesQuery } from './queries';
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
  indicator: kpi?.indicator ?? ('' as '' | 'leading' | 'lagging'),
  owner: kpi?.owner ?? (null as PersonName | null),
});
type Written = ReturnType<typeof startOf>;
const all = [
  'name',
  'description',
  'unit',
  'better',
  'low',
  'high',
  'margin',
  'team_id',
  'cadence',
  'indicator',
  'owner',
] as const;

/** Makes a KPI, or changes one. */
export function KpiForm({ kpi, etag = '', team, onDone }: Props) {
  const [before] = useState(() => startOf(kpi, team));
  const [written, setWritten] = useState(before);
  const [key] = useState(intent);
  const teams = useTeams(kpi);
  const examples = useQuery({ ...kpiTemplatesQuery(spoken()), enabled: !kpi }).data?.items ?? [];
  const queryClient = useQueryClient();
  const chosen = teams.find(({ value }) => value === written.team_id) ?? teams[0];
  const { save, theirs, goOn } = useChange({
    etag,
    send: (seen) => send({ ...written, team_id: chosen?.value ?? '' }, kpi, seen, key),
    read: () => queryClient.fetchQuery({ ...kpiQuery(kpi!.id), staleTime: 0 }),
    onSaved: () => {
      toast(t(kpi ? 'kpi.saved' : 'kpi.made'));
      void queryClient.invalidateQueries({ queryKey: ['kpi'] });
      onDone();
    },
  });
  const choices = (name: keyof Written, values: string[]) =>
    values.map((value) => ({ value, label: t(`kpi.${name}.${value}`) }));
  const said = ({ better, cadence, team_id, indicator, owner, ...words }: Written) => ({
    ...words,
    better: t(`kpi.better.${better}`),
    cadence: t(`kpi.cadence.${cadence}`),
    indicator: t(`kpi.indicator.${indicator || 'none'}`),
    owner: owner?.name ?? '',
    team_id: teams.find(({ value }) => value === team_id)?.label ?? '',
  });
  if (theirs)
    return (
      <div className={`card ${styles.form}`}>
        <Conflict
          heading="h1"
          differences={differences(all, (name) => t(`kpi.${name}`), [
            said(before),
            said(written),
            said(startOf(theirs, team)),
          ])}
          onGoOn={(taken) => {
            setWritten(withTheirs(written, startOf(theirs, team), taken));
            goOn();
          }}
          onTheirs={onDone}
        />
      </div>
    );
  const field = (name: Exclude<keyof Written, 'owner'>, wrong: Wrong) => ({
    label: t(`kpi.${name}`),
    value: written[name],
    error: wrong(name),
    onChange: (event: { currentTarget: { value: string } }) =>
      setWritten({ ...written, [name]: event.currentTarget.value }),
  });
  return (
    <Form
      className={`card ${styles.form}`}
      sending={save}
      send={t('kpi.save')}
      fields={['name', 'unit', 'low', 'high', 'margin', 'team_id', 'owner_id']}
      onCancel={onDone}
    >
      {(wrong) => (
        <>
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
                setWritten({ ...written, name, description, unit, better, cadence });
              }}
            />
          )}
          <TextInput {...field('name', wrong)} required />
          <Textarea {...field('description', wrong)} autosize minRows={2} />
          <div className={styles.line}>
            <NativeSelect
              {...field('better', wrong)}
              data={choices('better', ['higher', 'lower', 'within'])}
            />
            <TextInput {...field('low', wrong)} inputMode="decimal" />
            <TextInput {...field('high', wrong)} inputMode="decimal" />
            <TextInput {...field('margin', wrong)} inputMode="decimal" />
            <TextInput {...field('unit', wrong)} />
          </div>
          <div className={styles.line}>
            <NativeSelect {...field('team_id', wrong)} value={chosen?.value ?? ''} data={teams} />
            <NativeSelect
              {...field('cadence', wrong)}
              data={choices('cadence', ['daily', 'weekly', 'monthly', 'quarterly'])}
            />
            <PersonInput
              label={t('kpi.owner')}
              placeholder={t('kpi.owner.default')}
              person={written.owner}
              error={wrong('owner_id')}
              onChange={(owner) => setWritten({ ...written, owner })}
            />
            <NativeSelect
              {...field('indicator', wrong)}
              data={['', 'leading', 'lagging'].map((value) => ({
                value,
                label: t(`kpi.indicator.${value || 'none'}`),
              }))}
            />
          </div>
        </>
      )}
    </Form>
  );
}

/** Where a KPI may be put, and where it is. */
function useTeams(kpi: Kpi | undefined) {
  const { data } = useQuery(kpiTeamsQuery);
  const choices = (data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const here = kpi?.team;
  if (here && !choices.some(({ value }) => value === here.id))
    choices.unshift({ value: here.id, label: here.name });
  if (data?.without_team || (kpi && !here)) choices.unshift({ value: '', label: t('kpi.team_id.none') });
  return choices;
}

function send(written: Written, kpi: Kpi | undefined, etag: string, key: string) {
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
    ...(owner && owner.id !== kpi?.owner.id && { owner_id: owner.id }),
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
