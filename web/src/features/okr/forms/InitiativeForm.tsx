import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { t } from '@/lib/i18n';
import type { PersonName } from '@/lib/people';
import { PersonInput } from '@/ui/PersonInput';
import { SmallForm } from './SmallForm';

type Said = { title: string; owner: PersonName | null; due_on: string };

type FormProps = { said: Said; send: string; work: (said: Said) => Promise<unknown>; onDone: () => void };

export function InitiativeForm({ said: given, send, work, onDone }: FormProps) {
  const [said, setSaid] = useState(given);
  return (
    <SmallForm send={send} fields={['title']} work={() => work(said)} onDone={onDone}>
      {(wrong) => (
        <>
          <TextInput
            label={t('initiative.title')}
            value={said.title}
            error={wrong('title')}
            onChange={(event) => setSaid({ ...said, title: event.currentTarget.value })}
          />
          <PersonInput
            label={t('initiative.owner')}
            person={said.owner}
            onChange={(owner) => setSaid({ ...said, owner })}
          />
          <TextInput
            type="date"
            label={t('initiative.due')}
            value={said.due_on}
            onChange={(event) => setSaid({ ...said, due_on: event.currentTarget.value })}
          />
        </>
      )}
    </SmallForm>
  );
}
