import { useState } from 'react';
import { api, got, intent, keyFor } from '@/lib/client';
import { t } from '@/lib/i18n';
import { InitiativeFields, type SaidInitiative } from './InitiativeFields';
import { SmallForm } from './SmallForm';

export function AddInitiative({ objective, onDone }: { objective: string; onDone: () => void }) {
  const [said, setSaid] = useState<SaidInitiative>({ title: '', owner: null, due_on: '' });
  const [key] = useState(intent);
  const add = () => {
    const { title, owner, due_on } = said;
    const body = { title, ...(owner && { owner_id: owner.id }), ...(due_on && { due_on }) };
    const params = { path: { objective }, header: { 'Idempotency-Key': keyFor(key, body) } };
    return got(api.POST('/api/v1/objectives/{objective}/initiatives', { params, body }));
  };
  return (
    <SmallForm send={t('write.add')} fields={['title', 'due_on']} work={add} onDone={onDone}>
      {(wrong) => <InitiativeFields said={said} wrong={wrong} onChange={setSaid} />}
    </SmallForm>
  );
}
