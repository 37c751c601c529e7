import { useState } from 'react';
import { Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, got, intent, keyFor } from '@/lib/client';
import { t } from '@/lib/i18n';
import { meQuery } from '@/lib/session';
import { PersonChip } from '@/ui/PersonChip';
import { toast } from '@/ui/toast';
import { FactPart, LineActions } from './FactPart';
import { Opening, SmallButton } from './Opening';
import { PersonInput, type PersonName } from './PersonInput';
import { SmallForm } from './SmallForm';
import type { Objective } from './shapes';
import { useAct } from './use-act';

/** Who works on it, seen and thanked, never scored. */
export function Contributors({ objective }: { objective: Objective }) {
  const add = objective.may.includes('edit') && (
    <Opening text={t('contributor.add')}>
      {(close) => <AddContributor objective={objective} onDone={close} />}
    </Opening>
  );
  const people = [objective.accountable, ...objective.contributors].filter(
    (person, index, all) => all.findIndex(({ id }) => id === person.id) === index,
  );
  return (
    <FactPart title={t('facts.contributors')} add={add}>
      {people.map((person) => (
        <Line key={person.id} person={person} objective={objective} />
      ))}
    </FactPart>
  );
}

function Line({ person: { id, name }, objective }: { person: PersonName; objective: Objective }) {
  const act = useAct();
  const me = useQuery(meQuery).data;
  const named = objective.contributors.some((one) => one.id === id);
  const params = { path: { objective: objective.id, person: id } };
  return (
    <li>
      <PersonChip name={name} />
      <LineActions>
        {objective.may.includes('comment') && me?.id !== id && (
          <Opening text={t('contributor.thank')} label={t('contributor.thank.label', { name })}>
            {(close) => <Thank objective={objective.id} person={{ id, name }} onDone={close} />}
          </Opening>
        )}
        {named && objective.may.includes('edit') && (
          <SmallButton
            text={t('contributor.remove')}
            label={t('contributor.remove.label', { name })}
            onClick={() =>
              act.mutate(() =>
                got(api.DELETE('/api/v1/objectives/{objective}/contributors/{person}', { params })),
              )
            }
          />
        )}
      </LineActions>
    </li>
  );
}

function AddContributor({ objective, onDone }: { objective: Objective; onDone: () => void }) {
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

function Thank({ objective, person: { id, name }, onDone }: ThankProps) {
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
