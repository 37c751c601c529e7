import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { api, got, intent, keyFor } from '@/lib/client';
import { t } from '@/lib/i18n';
import { toast } from '@/ui/toast';
import type { PersonName } from '@/lib/people';
import { PersonInput } from '@/ui/form/PersonInput';
import type { Objective } from '../parts/shapes';
import { SmallForm } from './SmallForm';

export function AddContributor({ objective, onDone }: { objective: Objective; onDone: () => void }) {
  const [person, setPerson] = useState<PersonName | null>(null);
  const work = () =>
    got(
      api.PUT('/api/v1/objectives/{objective}/contributors/{person}', {
        params: { path: { objective: objective.id, person: person?.id ?? '' } },
      }),
    );
  return (
    <SmallForm send={t('write.add')} work={work} onDone={onDone}>
      {() => <PersonInput label={t('contributor.who')} person={person} onChange={setPerson} />}
    </SmallForm>
  );
}

type ThankProps = { objective: string; person: PersonName; onDone: () => void };

export function Thank({ objective, person: { id, name }, onDone }: ThankProps) {
  const [text, setText] = useState('');
  const [key] = useState(intent);
  const work = async () => {
    const body = { text, thanked_id: id, mention_ids: [] };
    const params = { path: { objective }, header: { 'Idempotency-Key': keyFor(key, body) } };
    await got(api.POST('/api/v1/objectives/{objective}/comments', { params, body }));
    toast(t('contributor.thanked', { name }));
  };
  return (
    <SmallForm send={t('contributor.thank')} work={work} onDone={onDone}>
      {() => (
        <Textarea
          label={t('contributor.thank-for', { name })}
          autosize
          minRows={1}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
    </SmallForm>
  );
}
