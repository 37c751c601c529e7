import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { components } from '@/api/schema';
import { api, got, Refused } from '@/lib/client';
import { day } from '@/lib/format';
import { t } from '@/lib/i18n';
import { FormProblem } from '@/ui/form/FormProblem';
import { toast } from '@/ui/toast';
import { absencesQuery } from './queries';
import styles from './PersonPage.module.css';

type Person = components['schemas']['Person'];
type Absence = components['schemas']['Absence'];

/** When somebody is away. For whom the server has nothing here, there is nothing to see. */
export function Absences({ person }: { person: Person }) {
  const { data } = useQuery(absencesQuery(person.id));
  if (!data) return null;
  return (
    <section className={`card ${styles.part}`}>
      <h2>{t('absence.title')}</h2>
      <p className={`soft small ${styles.none}`}>{t('absence.who-sees')}</p>
      <ul>
        {data.items.map((absence) => (
          <Line key={absence.id} person={person.id} absence={absence} />
        ))}
      </ul>
      {person.active && <NewAbsence person={person.id} />}
    </section>
  );
}

const days = ({ starts_on, ends_on }: Absence) =>
  starts_on === ends_on ? day(starts_on) : t('absence.days', { from: day(starts_on), to: day(ends_on) });

function useFresh(person: string) {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: absencesQuery(person).queryKey });
}

function Line({ person, absence }: { person: string; absence: Absence }) {
  const fresh = useFresh(person);
  const remove = useMutation({
    mutationFn: () =>
      got(
        api.DELETE('/api/v1/people/{person}/absences/{absence}', {
          params: { path: { person, absence: absence.id } },
        }),
      ),
    onSettled: fresh,
    onSuccess: () => toast(t('absence.removed')),
  });
  return (
    <li className={styles.line}>
      <span>{days(absence)}</span>
      <Button
        variant="default"
        size="xs"
        loading={remove.isPending}
        aria-label={t('absence.remove', { days: days(absence) })}
        onClick={() => remove.mutate()}
      >
        {t('remove')}
      </Button>
    </li>
  );
}

function NewAbsence({ person }: { person: string }) {
  const [starts_on, setStart] = useState('');
  const [ends_on, setEnd] = useState('');
  const fresh = useFresh(person);
  const add = useMutation({
    mutationFn: () =>
      got(
        api.POST('/api/v1/people/{person}/absences', {
          params: { path: { person } },
          body: { starts_on, ends_on: ends_on || starts_on },
        }),
      ),
    onSuccess: () => {
      setStart('');
      setEnd('');
      void fresh();
    },
  });
  const wrong = add.error instanceof Refused ? add.error.field('ends_on') : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextInput
        type="date"
        required
        withAsterisk={false}
        label={t('absence.from')}
        value={starts_on}
        onChange={(event) => setStart(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={t('absence.to')}
        value={ends_on}
        error={wrong}
        onChange={(event) => setEnd(event.currentTarget.value)}
      />
      <FormProblem error={wrong ? null : add.error} />
      <Button type="submit" variant="default" loading={add.isPending}>
        {t('absence.add')}
      </Button>
    </form>
  );
}
