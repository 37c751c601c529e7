import { useState } from 'react';
import { api, got, intent } from '@/lib/client';
import { t } from '@/lib/i18n';
import { toast } from '@/ui/toast';
import { ObjectiveInput, type ObjectiveName } from '../parts/ObjectiveInput';
import type { Objective } from '../parts/shapes';
import { SupportedPart } from '../draft/SupportedPart';
import { SmallForm } from './SmallForm';

export function AddSupport({ objective, onDone }: { objective: Objective; onDone: () => void }) {
  const [parent, setParent] = useState<ObjectiveName | null>(null);
  const [keyResult, setKeyResult] = useState('');
  const [key] = useState(intent);
  const work = async () => {
    const { deep, levels, most } = await got(
      api.POST('/api/v1/objectives/{objective}/supports', {
        params: {
          path: { objective: objective.id },
          header: { 'Idempotency-Key': key + parent?.id + keyResult },
        },
        body: { parent_id: parent?.id ?? '', ...(keyResult && { parent_key_result_id: keyResult }) },
      }),
    );
    if (deep) toast(t('support.deep', { levels, most }));
  };
  return (
    <SmallForm send={t('support.link')} work={work} onDone={onDone}>
      {() => (
        <>
          <ObjectiveInput
            label={t('support.which')}
            objective={parent}
            except={objective.id}
            onChange={(chosen) => {
              setParent(chosen);
              setKeyResult('');
            }}
          />
          {parent && <SupportedPart objective={parent.id} value={keyResult} onChange={setKeyResult} />}
        </>
      )}
    </SmallForm>
  );
}
