import type { components } from '@/api/schema';
import { api, got, gotWithTag } from '@/lib/client';
import { t } from '@/lib/i18n';
import { useVersionedForm, type On } from '@/ui/form/use-versioned-form';
import { VersionedForm } from '@/ui/form/VersionedForm';
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
const inWords = ({ name, email, title, language, manager, roles }: Written) => ({
  name,
  email,
  title,
  language: t(`language.${language}`),
  manager: manager?.name ?? '',
  roles: [...roles]
    .sort()
    .map((role) => t(`role.${role}`))
    .join(', '),
});

function sendFields(id: string, given: Written, { before, etag }: On<Written>, places: boolean) {
  const body = {
    name: given.name,
    language: given.language,
    ...(places && given.title !== before.title && { title: given.title }),
    ...(places && given.email !== before.email && { email: given.email }),
    ...(places && given.manager?.id !== before.manager?.id && { manager_id: given.manager?.id ?? null }),
  };
  const params = { path: { person: id }, header: { 'If-Match': etag } };
  return gotWithTag(api.PATCH('/api/v1/people/{person}', { params, body }));
}

/** All that is kept of a person, with one way to save it. */
export function EditPersonFields({ person, etag, onDone }: Props) {
  const places = person.may.includes('place');
  const form = useVersionedForm({
    thing: person,
    etag,
    of: writtenOf,
    words: inWords,
    label: (name) => t(name === 'roles' ? 'roles.title' : `person.${name}`),
    query: personQuery(person.id),
    send: async (given, on) => {
      const tagged = await sendFields(person.id, given, on, places);
      // What was taken stays so when the roles are refused after it.
      on.took({ etag: tagged.etag, before: { ...given, roles: on.before.roles } });
      if (inWords(given).roles !== inWords(on.before).roles)
        await got(
          api.PUT('/api/v1/people/{person}/roles', {
            params: { path: { person: person.id } },
            body: { roles: given.roles },
          }),
        );
      return tagged;
    },
    said: t('saved'),
    onDone,
  });
  return (
    <VersionedForm
      form={form}
      send={t('save')}
      fields={['name', 'email', 'title', 'manager_id']}
      onCancel={onDone}
    >
      <NameFields person={form.written} wrong={form.wrong} mayReport={person.active} onChange={form.change} />
      {person.may.includes('set_roles') && (
        <PersonRoles roles={form.written.roles} onChange={form.set('roles')} />
      )}
    </VersionedForm>
  );
}
