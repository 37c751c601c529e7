import { NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { PersonName } from '@/lib/people';
import { t } from '@/lib/i18n';
import type { Wrong } from '@/ui/form/Form';
import { PersonInput } from '@/ui/form/PersonInput';
import form from '@/ui/form/form.module.css';

export type WrittenPerson = {
  name: string;
  email: string;
  title: string;
  language: string;
  manager: PersonName | null;
};

type Props = {
  person: WrittenPerson;
  wrong: Wrong;
  /** Beside the language; without a word for it there is none. */
  beside?: ReactNode;
  mayReport: boolean;
  onChange: (person: WrittenPerson) => void;
};

/** Who somebody is, and to whom they report. */
export function NameFields({ person, wrong, beside, mayReport, onChange }: Props) {
  const line = (name: 'name' | 'email' | 'title', required: boolean) => (
    <TextInput
      label={t(`person.${name}`)}
      required={required}
      withAsterisk={false}
      value={person[name]}
      error={wrong(name)}
      onChange={(event) => onChange({ ...person, [name]: event.currentTarget.value })}
    />
  );
  return (
    <>
      {line('name', true)}
      {line('email', true)}
      {line('title', false)}
      <div className={form.pair}>
        {beside}
        <NativeSelect
          label={t('person.language')}
          value={person.language}
          data={['en', 'de'].map((value) => ({ value, label: t(`language.${value}`) }))}
          onChange={(event) => onChange({ ...person, language: event.currentTarget.value })}
        />
      </div>
      {mayReport && (
        <PersonInput
          label={t('person.manager')}
          person={person.manager}
          error={wrong('manager_id')}
          onChange={(manager) => onChange({ ...person, manager })}
        />
      )}
    </>
  );
}
