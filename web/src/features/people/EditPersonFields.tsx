import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { components } from '@/api/schema';
import { api, got, gotWithTag } from '@/lib/client';
import { t } from '@/lib/i18n';
import { differences, useChange, withTheirs } from '@/lib/use-change';
import { Conflict } from '@/ui/form/Conflict';
import { Form } from '@/ui/form/Form';
import { toast } from '@/ui/toast';
import { NameFields, type WrittenPerson } from './NameFields';
import { PersonRoles, type Role } from './PersonRoles';
import { personQuery } from './queries';

type Person = components['schemas']['Person'];
type Props = { person: Person; etag: string; onDone: () => void };

type Written = WrittenPerson & { roles: Role[] };

const writtenOf = ({ name, email, title, language, manager, roles }: Person): Written => ({
  name,
  email,
  title,
  language,
  manager: manager && { id: manager.id, name: manager.name },
  roles,
});
const said = ({ language, manager, roles, ...words }: Written) => ({
  ...words,
  language: t(`language.${language}`),
  manager: manager?.name ?? '',
  roles: [...roles]
    .sort()
    .map((role) => t(`role.${role}`))
    .join(', '),
});

type Tagged = Awaited<ReturnType<typeof sendFields>>;

const sendFields = (id: string, given: Written, before: Written, places: boolean, seen: string) =>
  gotWithTag(
    api.PATCH('/api/v1/people/{person}', {
      params: { path: { person: id }, header: { 'If-Match': seen } },
      body: {
        name: given.name,
        language: given.language,
        ...(places && given.title !== before.title && { title: given.title }),
        ...(places && given.email !== before.email && { email: given.email }),
        ...(places && given.manager?.id !== before.manager?.id && { manager_id: given.manager?.id ?? null }),
      },
    }),
  );

/** All that is kept of a person, with one way to save it. */
export function EditPersonFields({ person, etag, onDone }: Props) {
  const [before] = useState(() => writtenOf(person));
  const [given, setGiven] = useState(before);
  const queryClient = useQueryClient();
  const places = person.may.includes('place');
  // What was taken is not sent again when the roles are refused after it.
  const sent = useRef<Tagged>(undefined);
  const { save, theirs, goOn } = useChange({
    etag,
    send: async (seen) => {
      const tagged =
        sent.current ?? (sent.current = await sendFields(person.id, given, before, places, seen));
      if (said(given).roles !== said(before).roles)
        await got(
          api.PUT('/api/v1/people/{person}/roles', {
            params: { path: { person: person.id } },
            body: { roles: given.roles },
          }),
        );
      return tagged;
    },
    read: () => queryClient.fetchQuery({ ...personQuery(person.id), staleTime: 0 }),
    onSaved: () => {
      toast(t('saved'));
      void queryClient.invalidateQueries({ queryKey: ['people'] });
      onDone();
    },
  });
  const change = (next: Written) => {
    sent.current = undefined;
    setGiven(next);
  };
  if (theirs)
    return (
      <Conflict
        differences={differences(
          ['name', 'email', 'title', 'language', 'manager', 'roles'],
          (name) => t(name === 'roles' ? 'roles.title' : `person.${name}`),
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
      {(wrong) => (
        <>
          <NameFields
            person={given}
            wrong={wrong}
            mayReport={person.active}
            onChange={(named) => change({ ...given, ...named })}
          />
          {person.may.includes('set_roles') && (
            <PersonRoles roles={given.roles} onChange={(roles) => setGiven({ ...given, roles })} />
          )}
        </>
      )}
    </Form>
  );
}
