import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { components } from '@/api/schema';
import { api, gotWithTag } from '@/lib/client';
import { t } from '@/lib/i18n';
import { differences, useChange, withTheirs } from '@/lib/use-change';
import { Conflict } from '@/ui/Conflict';
import { Form } from '@/ui/Form';
import { toast } from '@/ui/toast';
import { NameFields, type WrittenPerson } from './NameFields';
import { personQuery } from './queries';

type Person = components['schemas']['Person'];
type Props = { person: Person; etag: string; onDone: () => void };

const writtenOf = ({ name, email, title, language, manager }: Person): WrittenPerson => ({
  name,
  email,
  title,
  language,
  manager: manager && { id: manager.id, name: manager.name },
});
const said = ({ language, manager, ...words }: WrittenPerson) => ({
  ...words,
  language: t(`language.${language}`),
  manager: manager?.name ?? '',
});

export function EditPersonFields({ person, etag, onDone }: Props) {
  const [before] = useState(() => writtenOf(person));
  const [given, setGiven] = useState(before);
  const queryClient = useQueryClient();
  const places = person.may.includes('place');
  const { save, theirs, goOn } = useChange({
    etag,
    send: (seen) =>
      gotWithTag(
        api.PATCH('/api/v1/people/{person}', {
          params: { path: { person: person.id }, header: { 'If-Match': seen } },
          body: {
            name: given.name,
            language: given.language,
            ...(places && given.title !== before.title && { title: given.title }),
            ...(places && given.email !== before.email && { email: given.email }),
            ...(places &&
              given.manager?.id !== before.manager?.id && { manager_id: given.manager?.id ?? null }),
          },
        }),
      ),
    read: () => queryClient.fetchQuery({ ...personQuery(person.id), staleTime: 0 }),
    onSaved: () => {
      toast(t('saved'));
      void queryClient.invalidateQueries({ queryKey: ['people'] });
      onDone();
    },
  });
  if (theirs)
    return (
      <Conflict
        differences={differences(
          ['name', 'email', 'title', 'language', 'manager'],
          (name) => t(`person.${name}`),
          [said(before), said(given), said(writtenOf(theirs))],
        )}
        onGoOn={(taken) => {
          setGiven(withTheirs(given, writtenOf(theirs), taken));
          goOn();
        }}
        onTheirs={onDone}
      />
    );
  return (
    <Form sending={save} send={t('save')} fields={['name', 'email', 'title', 'manager_id']} onCancel={onDone}>
      {(wrong) => <NameFields person={given} wrong={wrong} mayReport={person.active} onChange={setGiven} />}
    </Form>
  );
}
