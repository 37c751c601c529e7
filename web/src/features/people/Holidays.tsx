import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api, got } from '@/lib/client';
import { day as dayText } from '@/lib/format';
import { t } from '@/lib/i18n';
import { FormProblem } from '@/ui/form/FormProblem';
import form from '@/ui/form/form.module.css';
import { holidaysQuery } from './queries';
import admin from './Admin.module.css';

/** Days on which nobody is asked for a check-in. */
export function Holidays() {
  const { data } = useQuery(holidaysQuery);
  const [day, setDay] = useState('');
  const [name, setName] = useState('');
  const queryClient = useQueryClient();
  const fresh = () => queryClient.invalidateQueries({ queryKey: holidaysQuery.queryKey });
  const add = useMutation({
    mutationFn: () => got(api.POST('/api/v1/holidays', { body: { day, name } })),
    onSuccess: () => {
      setDay('');
      setName('');
      void fresh();
    },
  });
  const remove = useMutation({
    mutationFn: (gone: string) =>
      got(api.DELETE('/api/v1/holidays/{day}', { params: { path: { day: gone } } })),
    onSettled: fresh,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <>
      <p className="soft small">{t('holidays.text')}</p>
      {data && data.items.length > 0 && (
        <ul className={admin.members}>
          {data.items.map((holiday) => (
            <li key={holiday.day}>
              <span dir="auto">{holiday.name}</span>
              <span className="soft small">{dayText(holiday.day)}</span>
              <Button
                variant="default"
                size="xs"
                aria-label={t('holidays.remove', { name: holiday.name })}
                onClick={() => remove.mutate(holiday.day)}
              >
                {t('remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <form className={form.form} onSubmit={submit}>
        <div className={form.pair}>
          <TextInput
            type="date"
            required
            withAsterisk={false}
            label={t('holidays.day')}
            value={day}
            onChange={(event) => setDay(event.currentTarget.value)}
          />
          <TextInput
            required
            withAsterisk={false}
            label={t('holidays.name')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        </div>
        <FormProblem error={add.error} />
        <div className={form.actions}>
          <Button type="submit" variant="default" loading={add.isPending}>
            {t('holidays.add')}
          </Button>
        </div>
      </form>
    </>
  );
}
