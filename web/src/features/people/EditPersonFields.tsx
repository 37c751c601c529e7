import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { components } from '@/api/schema';
import { api, got, Refused } from '@/lib/client';
import { t } from '@/lib/i18n';
import { FormProblem } from '@/ui/FormProblem';
import form from '@/ui/form.module.css';
import { toast } from '@/ui/toast';
import { FindPerson } from './FindPerson';

type Person = components['schemas']['Person'];
type Props = { person: Person; etag: string; onDone: () => void };

export function EditPersonFields({ person, etag, onDone }: Props) {
  const { name, email, title, language, manager } = person;
  const [given, setGiven] = useState({ name, email, title, language });
  const [boss, setBoss] = useState(manager?.id ?? null);
  const queryClient = useQueryClient();
  const places = person.may.includes('place');
  const save = useMutation({
    mutationFn: () =>
      got(
        api.PATCH('/api/v1/people/{person}', {
          params: { path: { person: person.id }, header: { 'If-Match': etag } },
          body: {
            name: given.name,
            language: given.language,
            ...(places && given.title !== title && { title: given.title }),
            ...(places && given.email !== email && { email: given.email }),
            ...(places && boss !== (manager?.id ?? null) && { manager_id: boss }),
          },
        }),
      ),
    onSuccess: () => {
      toast(t('saved'));
      onDone();
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['people'] }),
  });
  const wrong = (field: string) => (save.error instanceof Refused ? save.error.field(field) : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form className={form.form} onSubmit={submit}>
      <TextInput
        label={t('person.name')}
        value={given.name}
        error={wrong('name')}
        onChange={(event) => setGiven({ ...given, name: event.currentTarget.value })}
      />
      <TextInput
        label={t('person.email')}
        value={given.email}
        error={wrong('email')}
        onChange={(event) => setGiven({ ...given, email: event.currentTarget.value })}
      />
      <div className={form.pair}>
        <TextInput
          label={t('person.title')}
          value={given.title}
          error={wrong('title')}
          onChange={(event) => setGiven({ ...given, title: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('person.language')}
          value={given.language}
          data={['en', 'de'].map((value) => ({ value, label: t(`language.${value}`) }))}
          onChange={(event) => setGiven({ ...given, language: event.currentTarget.value })}
        />
      </div>
      {person.active && (
        <FindPerson
          label={t('person.manager')}
          value={manager?.name}
          error={wrong('manager_id')}
          onFind={({ id }) => setBoss(id)}
        />
      )}
      <FormProblem error={save.error} except={['name', 'email', 'title', 'manager_id']} />
      <div className={form.actions}>
        <Button type="submit" loading={save.isPending}>
          {t('save')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
