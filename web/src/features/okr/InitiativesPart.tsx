import { useState } from 'react';
import { api, got, intent, keyFor } from '@/lib/client';
import { day } from '@/lib/format';
import { t } from '@/lib/i18n';
import { FactPart, LineActions } from './FactPart';
import { InitiativeForm } from './forms';
import { Opening, SmallButton } from './Opening';
import type { Objective } from './shapes';
import { useAct } from './use-act';
import styles from './ObjectiveFacts.module.css';

type Initiative = Objective['initiatives'][number];

export function Initiatives({ objective }: { objective: Objective }) {
  const mayEdit = objective.may.includes('edit');
  const [key] = useState(intent);
  const add = mayEdit && (
    <Opening text={t('initiative.add')}>
      {(close) => (
        <InitiativeForm
          said={{ title: '', owner: null, due_on: '' }}
          send={t('write.add')}
          onDone={close}
          work={({ title, owner, due_on }) => {
            const body = { title, ...(owner && { owner_id: owner.id }), ...(due_on && { due_on }) };
            const header = { 'Idempotency-Key': keyFor(key, body) };
            const params = { path: { objective: objective.id }, header };
            return got(api.POST('/api/v1/objectives/{objective}/initiatives', { params, body }));
          }}
        />
      )}
    </Opening>
  );
  return (
    <FactPart title={t('facts.initiatives')} add={add}>
      {objective.initiatives.map((initiative) => (
        <Line key={initiative.id} initiative={initiative} mayEdit={mayEdit} />
      ))}
    </FactPart>
  );
}

function Line({ initiative, mayEdit }: { initiative: Initiative; mayEdit: boolean }) {
  const { title, owner, due_on, state } = initiative;
  return (
    <li>
      <span dir="auto">{title}</span>
      <span className={styles.about}>
        {[t(`initiative.${state}`), owner?.name, due_on && day(due_on)].filter(Boolean).join(' · ')}
      </span>
      {mayEdit && <Changes initiative={initiative} />}
    </li>
  );
}

function Changes({ initiative: { id, title, owner, due_on, state, version } }: { initiative: Initiative }) {
  const act = useAct();
  const params = { path: { initiative: id }, header: { 'If-Match': `"${version}"` } };
  const turnTo = (next: 'open' | 'done' | 'dropped') =>
    act.mutate(() => got(api.PATCH('/api/v1/initiatives/{initiative}', { params, body: { state: next } })));
  return (
    <LineActions>
      {state === 'open' ? (
        <>
          <SmallButton
            text={t('initiative.finish')}
            label={t('initiative.finish.label', { title })}
            onClick={() => turnTo('done')}
          />
          <SmallButton
            text={t('initiative.drop')}
            label={t('initiative.drop.label', { title })}
            onClick={() => turnTo('dropped')}
          />
        </>
      ) : (
        <SmallButton
          text={t('initiative.reopen')}
          label={t('initiative.reopen.label', { title })}
          onClick={() => turnTo('open')}
        />
      )}
      <Opening text={t('objective.edit')} label={t('initiative.edit.label', { title })}>
        {(close) => (
          <InitiativeForm
            said={{ title, owner, due_on: due_on ?? '' }}
            send={t('edit.save')}
            onDone={close}
            work={(said) =>
              got(
                api.PATCH('/api/v1/initiatives/{initiative}', {
                  params,
                  body: {
                    title: said.title,
                    owner_id: said.owner?.id ?? null,
                    due_on: said.due_on || null,
                  },
                }),
              )
            }
          />
        )}
      </Opening>
    </LineActions>
  );
}
