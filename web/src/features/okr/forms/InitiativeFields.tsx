import { TextInput } from '@mantine/core';
import { t } from '@/lib/i18n';
import type { PersonName } from '@/lib/people';
import type { Wrong } from '@/ui/form/Form';
import { PersonInput } from '@/ui/form/PersonInput';

export type SaidInitiative = { title: string; owner: PersonName | null; due_on: string };

type Props = { said: SaidInitiative; wrong: Wrong; onChange: (said: SaidInitiative) => void };

export function InitiativeFields({ said, wrong, onChange }: Props) {
  return (
    <>
      <TextInput
        label={t('initiative.title')}
        value={said.title}
        error={wrong('title')}
        onChange={(event) => onChange({ ...said, title: event.currentTarget.value })}
      />
      <PersonInput
        label={t('initiative.owner')}
        person={said.owner}
        onChange={(owner) => onChange({ ...said, owner })}
      />
      <TextInput
        type="date"
        label={t('initiative.due')}
        value={said.due_on}
        error={wrong('due_on')}
        onChange={(event) => onChange({ ...said, due_on: event.currentTarget.value })}
      />
    </>
  );
}
