import { NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { api, got, intent, keyFor } from '@/lib/client';
import { t } from '@/lib/i18n';
import type { PersonName } from '@/lib/people';
import { PersonInput } from '@/ui/form/PersonInput';
import type { Objective } from '../parts/shapes';
import { SmallForm } from './SmallForm';

export function HandOver({ id, onDone }: { id: string; onDone: () => void }) {
  const [owner, setOwner] = useState<PersonName | null>(null);
  const work = () =>
    got(
      api.PUT('/api/v1/blockers/{blocker}/owner', {
        params: { path: { blocker: id } },
        body: { owner_id: owner?.id ?? '' },
      }),
    );
  return (
    <SmallForm send={t('blocker.hand-over')} work={work} onDone={onDone}>
      {() => <PersonInput label={t('blocker.to')} person={owner} onChange={setOwner} />}
    </SmallForm>
  );
}

export function AddBlocker({ objective, onDone }: { objective: Objective; onDone: () => void }) {
  const [key] = useState(intent);
  const [text, setText] = useState('');
  const [keyResult, setKeyResult] = useState(objective.key_results[0]!.id);
  const [owner, setOwner] = useState<PersonName | null>(null);
  const work = () => {
    const body = { key_result_id: keyResult, text, ...(owner && { owner_id: owner.id }) };
    const params = { path: { objective: objective.id }, header: { 'Idempotency-Key': keyFor(key, body) } };
    return got(api.POST('/api/v1/objectives/{objective}/blockers', { params, body }));
  };
  return (
    <SmallForm send={t('blocker.ask')} fields={['text']} work={work} onDone={onDone}>
      {(wrong) => (
        <>
          <Textarea
            label={t('blocker.text')}
            autosize
            minRows={1}
            value={text}
            error={wrong('text')}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <NativeSelect
            label={t('blocker.key-result')}
            data={objective.key_results.map(({ id, title }) => ({ value: id, label: title }))}
            value={keyResult}
            onChange={(event) => setKeyResult(event.currentTarget.value)}
          />
          <PersonInput
            label={t('blocker.from')}
            description={t('blocker.from.hint')}
            person={owner}
            onChange={setOwner}
          />
        </>
      )}
    </SmallForm>
  );
}
