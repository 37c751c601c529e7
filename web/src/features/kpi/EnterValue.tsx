import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api, got, intent, keyFor, Refused } from '@/lib/client';
import { quantity, readNumber, today } from '@/lib/format';
import { t } from '@/lib/i18n';
import { FormProblem } from '@/ui/form/FormProblem';
import { toast } from '@/ui/toast';
import type { Kpi } from './shapes';
import styles from './KpiForm.module.css';

/** A value for today, or for a day before. */
export function EnterValue({ kpi }: { kpi: Kpi }) {
  const [written, setWritten] = useState({ value: '', day: today(), note: '' });
  const [unread, setUnread] = useState(false);
  const [key, setKey] = useState(intent);
  const queryClient = useQueryClient();
  const enter = useMutation({
    mutationFn: (value: number) => {
      const body = { value, day: written.day, ...(written.note.trim() && { note: written.note }) };
      const header = { 'Idempotency-Key': keyFor(key, body) };
      return got(api.POST('/api/v1/kpis/{kpi}/entries', { params: { path: { kpi: kpi.id }, header }, body }));
    },
    onSuccess: (_, value) => {
      toast(t('kpi.entered', { value: quantity(value, kpi.unit) }));
      setWritten({ value: '', day: today(), note: '' });
      setKey(intent());
      void queryClient.invalidateQueries({ queryKey: ['kpi'] });
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    const value = readNumber(written.value);
    setUnread(value === undefined);
    if (value !== undefined) enter.mutate(value);
  };
  const refused = enter.error instanceof Refused ? enter.error : undefined;
  return (
    <form className={`card ${styles.form}`} onSubmit={send}>
      <h2>{t('kpi.enter')}</h2>
      <div className={styles.line}>
        <TextInput
          label={kpi.unit ? t('kpi.value-in', { unit: kpi.unit }) : t('kpi.value')}
          inputMode="decimal"
          value={written.value}
          error={unread ? t('kpi.not-a-number') : refused?.field('value')}
          onChange={(event) => setWritten({ ...written, value: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('kpi.day')}
          value={written.day}
          max={today()}
          error={refused?.field('day')}
          onChange={(event) => setWritten({ ...written, day: event.currentTarget.value })}
        />
      </div>
      <TextInput
        label={t('kpi.note')}
        value={written.note}
        onChange={(event) => setWritten({ ...written, note: event.currentTarget.value })}
      />
      <FormProblem error={enter.error} except={['value', 'day']} />
      <Button type="submit" loading={enter.isPending}>
        {t('kpi.enter.send')}
      </Button>
    </form>
  );
}
