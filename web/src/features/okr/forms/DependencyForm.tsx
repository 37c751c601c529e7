import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { api, got, intent, keyFor } from '@/lib/client';
import { t } from '@/lib/i18n';
import { ObjectiveInput, type ObjectiveName } from '../parts/ObjectiveInput';
import type { Objective } from '../parts/shapes';
import { SmallForm } from './SmallForm';

export function AskForSomething({ objective, onDone }: { objective: Objective; onDone: () => void }) {
  const [key] = useState(intent);
  const [provider, setProvider] = useState<ObjectiveName | null>(null);
  const [need, setNeed] = useState('');
  const [dueOn, setDueOn] = useState('');
  const work = () => {
    const body = { provider_id: provider?.id ?? '', need, ...(dueOn && { due_on: dueOn }) };
    const params = { path: { objective: objective.id }, header: { 'Idempotency-Key': keyFor(key, body) } };
    return got(api.POST('/api/v1/objectives/{objective}/dependencies', { params, body }));
  };
  return (
    <SmallForm send={t('dependency.ask')} work={work} onDone={onDone}>
      {() => (
        <>
          <ObjectiveInput
            label={t('dependency.whom')}
            objective={provider}
            except={objective.id}
            onChange={setProvider}
          />
          <Textarea
            label={t('dependency.need')}
            autosize
            minRows={1}
            value={need}
            onChange={(event) => setNeed(event.currentTarget.value)}
          />
          <TextInput
            type="date"
            label={t('dependency.until')}
            value={dueOn}
            onChange={(event) => setDueOn(event.currentTarget.value)}
          />
        </>
      )}
    </SmallForm>
  );
}
