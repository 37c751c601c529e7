import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, got, intent, keyFor } from '@/lib/client';
import { t } from '@/lib/i18n';
import { KeyResultFields } from '../KeyResultFields';
import type { Objective } from '../shapes';
import { allStated } from '../stated-measure';
import { blankKeyResult, keyResultOf } from '../written';
import { SmallForm } from './SmallForm';

/** One more key result for an objective that stands already. */
export function AddKeyResult({ objective, onDone }: { objective: Objective; onDone: () => void }) {
  const [keyResult, setKeyResult] = useState(blankKeyResult);
  const [key] = useState(intent);
  const queryClient = useQueryClient();
  const work = async () => {
    const [stated = keyResult] = await allStated(queryClient, [keyResult]);
    const body = keyResultOf(stated);
    const params = { path: { objective: objective.id }, header: { 'Idempotency-Key': keyFor(key, body) } };
    return got(api.POST('/api/v1/objectives/{objective}/key-results', { params, body }));
  };
  return (
    <SmallForm
      send={t('write.add')}
      fields={['title', 'baseline', 'target', 'by', 'low', 'high', 'unit', 'due_on', 'milestones']}
      work={work}
      onDone={onDone}
    >
      {(wrong) => (
        <KeyResultFields
          number={objective.key_results.length + 1}
          keyResult={keyResult}
          error={wrong}
          onChange={setKeyResult}
        />
      )}
    </SmallForm>
  );
}
