import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, got } from '@/lib/client';
import { t } from '@/lib/i18n';
import type { PersonName } from '@/lib/people';
import { FormProblem } from '@/ui/form/FormProblem';
import { PersonInput } from '@/ui/form/PersonInput';
import { toast } from '@/ui/toast';
import type { LateKeyResult } from './late-query';
import styles from './Late.module.css';

type Props = { person: PersonName; keyResult: LateKeyResult; onDone: () => void };

/** Gives a key result, or the objective where the person answers for all of it, to somebody else. */
export function HandOver({ person, keyResult: { id, objective, owned }, onDone }: Props) {
  const [to, setTo] = useState<PersonName | null>(null);
  const [reason, setReason] = useState('');
  const queryClient = useQueryClient();
  const give = useMutation({
    mutationFn: (successor: PersonName) =>
      got(
        api.POST('/api/v1/people/{person}/handovers', {
          params: { path: { person: person.id } },
          body: {
            successor_id: successor.id,
            objective_ids: owned ? [] : [objective.id],
            key_result_ids: owned ? [id] : [],
            reason: reason.trim(),
          },
        }),
      ),
    onSuccess: (_, { name }) => {
      toast(t('late.handed-over', { name }));
      void queryClient.invalidateQueries({ queryKey: ['okr'] });
      onDone();
    },
  });
  return (
    <div className={styles.form}>
      <PersonInput
        label={t(owned ? 'late.key-result-to' : 'late.objective-to', { title: objective.title })}
        person={to}
        onChange={setTo}
      />
      <Textarea
        label={t('late.reason')}
        autosize
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <FormProblem error={give.error} />
      <Button disabled={!to} loading={give.isPending} onClick={() => to && give.mutate(to)}>
        {t('late.hand-over')}
      </Button>
    </div>
  );
}
