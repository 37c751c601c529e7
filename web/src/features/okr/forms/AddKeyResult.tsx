import { TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, got, intent, keyFor } from '@/lib/client';
import { t } from '@/lib/i18n';
import { KeyResultFields, keyResultFields } from '../draft/KeyResultFields';
import type { Objective } from '../parts/shapes';
import { allStated } from '../draft/stated-measure';
import { blankKeyResult, keyResultOf } from '../draft/written';
import { SmallForm } from './SmallForm';

/** One more key result for an objective that stands already. */
export function AddKeyResult({ objective, onDone }: { objective: Objective; onDone: () => void }) {
  const [keyResult, setKeyResult] = useState(blankKeyResult);
  const [reason, setReason] = useState('');
  const [key] = useState(intent);
  const queryClient = useQueryClient();
  const work = async () => {
    const [stated = keyResult] = await allStated(queryClient, [keyResult]);
    const body = { ...keyResultOf(stated), ...(reason.trim() && { reason }) };
    const params = { path: { objective: objective.id }, header: { 'Idempotency-Key': keyFor(key, body) } };
    return got(api.POST('/api/v1/objectives/{objective}/key-results', { params, body }));
  };
  return (
    <SmallForm send={t('write.add')} fields={[...keyResultFields, 'reason']} work={work} onDone={onDone}>
      {(wrong) => (
        <>
          <KeyResultFields
            number={objective.key_results.length + 1}
            keyResult={keyResult}
            error={wrong}
            onChange={setKeyResult}
          />
          {objective.asks_reason.includes('key_result') && (
            <TextInput
              label={t('edit.reason-added')}
              description={t('edit.reason.hint')}
              value={reason}
              error={wrong('reason')}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          )}
        </>
      )}
    </SmallForm>
  );
}
