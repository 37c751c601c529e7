import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { components } from '@/api/schema';
import { api, gotWithTag } from '@/lib/client';
import { t } from '@/lib/i18n';
import { changeRules, settingsQuery } from '@/lib/settings';
import { differences, useChange, withTheirs } from '@/lib/use-change';
import { Conflict } from '@/ui/form/Conflict';
import { Form, type Wrong } from '@/ui/form/Form';
import form from '@/ui/form/form.module.css';
import { toast } from '@/ui/toast';

type Settings = components['schemas']['Settings'];
type Props = { settings: Settings; etag: string };

const limits = [
  'company_objectives_least',
  'company_objectives_most',
  'company_key_results_least',
  'company_key_results_most',
  'objectives_least',
  'objectives_most',
  'key_results_least',
  'key_results_most',
  'person_objectives_least',
  'person_objectives_most',
  'person_key_results_least',
  'person_key_results_most',
] as const;
const counted = [...limits, 'levels_most', 'hand_up_after'] as const;
const ruled = [
  'change_words',
  'change_measure',
  'change_hands',
  'change_due',
  'change_key_results',
  'change_cycle',
] as const;
const all = [
  'name',
  'vision',
  'cadence',
  'individual_okrs',
  'suggestions',
  'levels_stop',
  ...counted,
  ...ruled,
] as const;

const said = (settings: Settings) => ({
  ...settings,
  ...(Object.fromEntries(counted.map((field) => [field, String(settings[field])])) as Record<
    (typeof counted)[number],
    string
  >),
  ...(Object.fromEntries(ruled.map((field) => [field, t(`change-rules.${settings[field]}`)])) as Record<
    (typeof ruled)[number],
    string
  >),
  cadence: t(`cadence.${settings.cadence}`),
  levels_stop: t(settings.levels_stop ? 'organisation.yes' : 'organisation.no'),
  individual_okrs: t(settings.individual_okrs ? 'organisation.yes' : 'organisation.no'),
  suggestions: t(settings.suggestions ? 'organisation.yes' : 'organisation.no'),
});

export function OrganisationForm({ settings, etag }: Props) {
  const [before] = useState(settings);
  const [given, setGiven] = useState(settings);
  const queryClient = useQueryClient();
  const { save, theirs, goOn } = useChange({
    etag,
    send: (seen) => {
      const { name, vision, cadence, individual_okrs, suggestions, levels_stop } = given;
      const numbers = Object.fromEntries(counted.map((field) => [field, given[field]]));
      const body = {
        ...numbers,
        ...Object.fromEntries(ruled.map((field) => [field, given[field]])),
        vision,
        cadence,
        individual_okrs,
        suggestions,
        levels_stop,
        ...(name !== before.name && { name }),
      };
      return gotWithTag(api.PATCH('/api/v1/settings', { params: { header: { 'If-Match': seen } }, body }));
    },
    read: () => queryClient.fetchQuery({ ...settingsQuery, staleTime: 0 }),
    onSaved: () => {
      toast(t('saved'));
      void queryClient.invalidateQueries({ queryKey: ['people'] });
      void queryClient.invalidateQueries({ queryKey: ['okr'] });
    },
  });
  if (theirs)
    return (
      <Conflict
        differences={differences(all, (name) => t(`organisation.${name}`), [
          said(before),
          said(given),
          said(theirs),
        ])}
        onGoOn={(taken) => {
          setGiven(withTheirs(given, theirs, taken));
          goOn();
        }}
        onTheirs={() => {
          setGiven(theirs);
          goOn();
        }}
      />
    );
  const count = (field: (typeof counted)[number], least: number, wrong: Wrong) => (
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
    <Form sending={save} send={t('save')} fields={['name', 'vision', ...counted]}>
      {(wrong) => (
        <>
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
            maxLength={280}
            value={given.vision}
            error={wrong('vision')}
            onChange={(event) => setGiven({ ...given, vision: event.currentTarget.value })}
          />
          <div className={form.pair}>{limits.map((field) => count(field, 1, wrong))}</div>
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
            {count('hand_up_after', 0, wrong)}
          </div>
          <div className={form.pair}>{count('levels_most', 2, wrong)}</div>
          <label className={form.check}>
            <input
              type="checkbox"
              checked={given.levels_stop}
              onChange={(event) => setGiven({ ...given, levels_stop: event.currentTarget.checked })}
            />
            {t('organisation.levels_stop')}
          </label>
          <label className={form.check}>
            <input
              type="checkbox"
              checked={given.individual_okrs}
              onChange={(event) => setGiven({ ...given, individual_okrs: event.currentTarget.checked })}
            />
            {t('organisation.individual_okrs')}
          </label>
          <label className={form.check}>
            <input
              type="checkbox"
              checked={given.suggestions}
              onChange={(event) => setGiven({ ...given, suggestions: event.currentTarget.checked })}
            />
            {t('organisation.suggestions')}
          </label>
          <h3>{t('change-rules.title')}</h3>
          <p className="soft small">{t('change-rules.hint')}</p>
          <div className={form.pair}>
            {ruled.map((field) => (
              <NativeSelect
                key={field}
                label={t(`organisation.${field}`)}
                value={given[field]}
                data={changeRules.map((value) => ({ value, label: t(`change-rules.${value}`) }))}
                onChange={({ currentTarget: { value } }) =>
                  setGiven({ ...given, [field]: value as Settings['change_words'] })
                }
              />
            ))}
          </div>
        </>
      )}
    </Form>
  );
}
