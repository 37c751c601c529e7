import { NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { api, got, intent, keyFor, Refused } from '@/lib/client';
import { instantDay } from '@/lib/format';
import { t } from '@/lib/i18n';
import { AskText } from './AskText';
import { FactPart, LineActions } from './FactPart';
import { Opening } from './Opening';
import { PersonInput, type PersonName } from './PersonInput';
import { SmallForm } from './SmallForm';
import type { Blocker, Objective } from './shapes';
import styles from './ObjectiveFacts.module.css';

export function Blockers({ objective }: { objective: Objective }) {
  const add = objective.may.includes('check_in') && objective.key_results.length > 0 && (
    <Opening text={t('blocker.add')}>
      {(close) => <AddBlocker objective={objective} onDone={close} />}
    </Opening>
  );
  return (
    <FactPart title={t('facts.blockers')} add={add}>
      {objective.blockers.map((blocker) => (
        <Line key={blocker.id} blocker={blocker} />
      ))}
    </FactPart>
  );
}

function Line({
  blocker: { id, text, owner, age_days, resolved_at, resolution, may },
}: {
  blocker: Blocker;
}) {
  const params = { path: { blocker: id } };
  return (
    <li>
      <span dir="auto">{text}</span>
      <span className={styles.about} dir="auto">
        {resolved_at === null
          ? t('facts.blocker-open', { name: owner.name, days: age_days })
          : t('facts.blocker-resolved', { day: instantDay(resolved_at) })}
        {resolution && ` · ${resolution}`}
      </span>
      <LineActions>
        {may.includes('resolve') && (
          <Opening text={t('blocker.resolve')} label={t('blocker.resolve.label', { text })}>
            {(close) => (
              <AskText
                label={t('blocker.resolution')}
                send={t('blocker.resolve')}
                work={(resolution) =>
                  got(api.PUT('/api/v1/blockers/{blocker}/resolution', { params, body: { resolution } }))
                }
                onDone={close}
              />
            )}
          </Opening>
        )}
        {may.includes('hand_over') && (
          <Opening text={t('blocker.hand-over')} label={t('blocker.hand-over.label', { text })}>
            {(close) => <HandOver id={id} onDone={close} />}
          </Opening>
        )}
      </LineActions>
    </li>
  );
}

function HandOver({ id, onDone }: { id: string; onDone: () => void }) {
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

function AddBlocker({ objective, onDone }: { objective: Objective; onDone: () => void }) {
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
    <SmallForm send={t('blocker.ask')} work={work} onDone={onDone}>
      {(error) => (
        <>
          <Textarea
            label={t('blocker.text')}
            autosize
            minRows={1}
            value={text}
            error={error instanceof Refused ? error.field('text') : undefined}
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
