import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { components } from '@/api/schema';
import { api, gotWithTag } from '@/lib/client';
import { t } from '@/lib/i18n';
import { changeRules, settingsQuery } from '@/lib/settings';
import { useVersionedForm } from '@/ui/form/use-versioned-form';
import { VersionedForm } from '@/ui/form/VersionedForm';
import styles from '@/ui/form/form.module.css';

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
type Written = Pick<Settings, (typeof all)[number]>;

const writtenOf = (settings: Settings) =>
  Object.fromEntries(all.map((field) => [field, settings[field]])) as Written;

function inWords(written: Written) {
  const word = (field: keyof Written) => {
    const value = written[field];
    if (typeof value === 'boolean') return t(value ? 'organisation.yes' : 'organisation.no');
    if (field === 'cadence') return t(`cadence.${value}`);
    return ruled.some((one) => one === field) ? t(`change-rules.${value}`) : String(value);
  };
  return Object.fromEntries(all.map((field) => [field, word(field)])) as Record<keyof Written, string>;
}

export function OrganisationForm({ settings, etag }: Props) {
  const queryClient = useQueryClient();
  const form = useVersionedForm({
    thing: settings,
    etag,
    of: writtenOf,
    words: inWords,
    label: (name) => t(`organisation.${name}`),
    query: settingsQuery,
    send: ({ name, ...given }, { before, etag }) => {
      const body = { ...given, ...(name !== before.name && { name }) };
      return gotWithTag(api.PATCH('/api/v1/settings', { params: { header: { 'If-Match': etag } }, body }));
    },
    said: t('saved'),
    onDone: () => void queryClient.invalidateQueries({ queryKey: ['okr'] }),
  });
  const count = (field: (typeof counted)[number], least: number) => (
    <TextInput
      key={field}
      type="number"
      min={least}
      max={field === 'hand_up_after' ? 60 : 20}
      label={t(`organisation.${field}`)}
      value={String(form.written[field])}
      error={form.wrong(field)}
      onChange={(event) => form.set(field)(Number(event.currentTarget.value))}
    />
  );
  return (
    <VersionedForm form={form} send={t('save')} fields={['name', 'vision', ...counted]}>
      <TextInput label={t('organisation.name')} {...form.field('name')} />
      <Textarea
        label={t('organisation.vision')}
        description={t('organisation.vision.hint')}
        autosize
        minRows={2}
        maxLength={280}
        {...form.field('vision')}
      />
      <div className={styles.pair}>{limits.map((field) => count(field, 1))}</div>
      <div className={styles.pair}>
        <NativeSelect
          label={t('organisation.cadence')}
          {...form.field('cadence')}
          data={(['weekly', 'two_weekly', 'monthly'] as const).map((value) => ({
            value,
            label: t(`cadence.${value}`),
          }))}
        />
        {count('hand_up_after', 0)}
      </div>
      <div className={styles.pair}>{count('levels_most', 2)}</div>
      {(['levels_stop', 'individual_okrs', 'suggestions'] as const).map((field) => (
        <label key={field} className={styles.check}>
          <input type="checkbox" {...form.check(field)} />
          {t(`organisation.${field}`)}
        </label>
      ))}
      <h3>{t('change-rules.title')}</h3>
      <p className="soft small">{t('change-rules.hint')}</p>
      <div className={styles.pair}>
        {ruled.map((field) => (
          <NativeSelect
            key={field}
            label={t(`organisation.${field}`)}
            {...form.field(field)}
            data={changeRules.map((value) => ({ value, label: t(`change-rules.${value}`) }))}
          />
        ))}
      </div>
    </VersionedForm>
  );
}
