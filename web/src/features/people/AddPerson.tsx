import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api, got, intent, keyFor, Refused } from '@/lib/client';
import { t } from '@/lib/i18n';
import { Dialog } from '@/ui/Dialog';
import { FormProblem } from '@/ui/FormProblem';
import form from '@/ui/form.module.css';
import { FindPerson } from './FindPerson';
import { Invitation } from './Invitation';
import { teamsQuery } from './queries';

const blank = { name: '', email: '', title: '', language: 'en', team: '', manager: '' };

/** Adds a person and hands out the link with which they choose their password. */
export function AddPerson({ onClose }: { onClose: () => void }) {
  const [given, setGiven] = useState(blank);
  const [intended] = useState(intent);
  const { data: teams } = useQuery(teamsQuery);
  const queryClient = useQueryClient();
  const body = {
    name: given.name,
    email: given.email,
    title: given.title,
    language: given.language,
    team_ids: given.team ? [given.team] : [],
    roles: [],
    ...(given.manager && { manager_id: given.manager }),
  };
  const add = useMutation({
    mutationFn: () =>
      got(
        api.POST('/api/v1/people', {
          params: { header: { 'Idempotency-Key': keyFor(intended, body) } },
          body,
        }),
      ),
    onSuccess: () => void queryClient.invalidateQueries({ queryKey: ['people'] }),
  });
  const wrong = (field: string) => (add.error instanceof Refused ? add.error.field(field) : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  if (add.data)
    return (
      <Dialog title={t('admin.added', { name: add.data.name })} onClose={onClose}>
        <Invitation person={add.data.id} name={add.data.name} />
      </Dialog>
    );
  return (
    <Dialog title={t('admin.add-person')} onClose={onClose}>
      <form className={form.form} onSubmit={submit}>
        <TextInput
          label={t('person.name')}
          required
          withAsterisk={false}
          value={given.name}
          error={wrong('name')}
          onChange={(event) => setGiven({ ...given, name: event.currentTarget.value })}
        />
        <TextInput
          label={t('person.email')}
          required
          withAsterisk={false}
          value={given.email}
          error={wrong('email')}
          onChange={(event) => setGiven({ ...given, email: event.currentTarget.value })}
        />
        <TextInput
          label={t('person.title')}
          value={given.title}
          error={wrong('title')}
          onChange={(event) => setGiven({ ...given, title: event.currentTarget.value })}
        />
        <div className={form.pair}>
          <NativeSelect
            label={t('people.team')}
            value={given.team}
            data={[
              { value: '', label: t('person.no-team') },
              ...(teams?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(event) => setGiven({ ...given, team: event.currentTarget.value })}
          />
          <NativeSelect
            label={t('person.language')}
            value={given.language}
            data={['en', 'de'].map((value) => ({ value, label: t(`language.${value}`) }))}
            onChange={(event) => setGiven({ ...given, language: event.currentTarget.value })}
          />
        </div>
        <FindPerson
          label={t('person.manager')}
          error={wrong('manager_id')}
          onFind={({ id }) => setGiven({ ...given, manager: id })}
        />
        <FormProblem error={add.error} except={['name', 'email', 'title', 'manager_id']} />
        <div className={form.actions}>
          <Button type="submit" loading={add.isPending}>
            {t('admin.add')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
