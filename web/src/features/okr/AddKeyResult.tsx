import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, got, intent, keyFor, Refused } from '@/lib/client';
import { t } from '@/lib/i18n';
import { FormProblem } from '@/ui/FormProblem';
import { KeyResultFields } from './KeyResultFields';
import type { Objective } from './shapes';
import { blankKeyResult, keyResultOf } from './written';
import styles from './AddKeyResult.module.css';

/** One more key result for an objective that stands already. */
export function AddKeyResult({ objective }: { objective: Objective }) {
  const [open, setOpen] = useState(false);
  if (!open)
    return (
      <p className={styles.add}>
        <Button variant="subtle" size="compact-sm" onClick={() => setOpen(true)}>
          {t('write.add-key-result')}
        </Button>
      </p>
    );
  return <Fields objective={objective} onDone={() => setOpen(false)} />;
}

function Fields({ objective, onDone }: { objective: Objective; onDone: () => void }) {
  const [keyResult, setKeyResult] = useState(blankKeyResult);
  const [intended] = useState(intent);
  const queryClient = useQueryClient();
  const add = useMutation({
    mutationFn: () => {
      const body = keyResultOf(keyResult);
      const params = {
        path: { objective: objective.id },
        header: { 'Idempotency-Key': keyFor(intended, body) },
      };
      return got(api.POST('/api/v1/objectives/{objective}/key-results', { params, body }));
    },
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: ['okr'] });
      onDone();
    },
  });
  return (
    <form className={styles.form} onSubmit={(event) => (event.preventDefault(), add.mutate())}>
      <KeyResultFields
        number={objective.key_results.length + 1}
        keyResult={keyResult}
        error={(field) => (add.error instanceof Refused ? add.error.field(field) : undefined)}
        onChange={setKeyResult}
      />
      <FormProblem error={add.error} />
      <div className={styles.actions}>
        <Button type="submit" loading={add.isPending}>
          {t('write.add')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
