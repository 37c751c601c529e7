import { api, got } from '@/lib/client';
import { day } from '@/lib/format';
import { t } from '@/lib/i18n';
import { FactPart, LineActions } from '../parts/FactPart';
import { AddInitiative, EditInitiative } from '../forms/forms';
import { Opening, SmallButton } from '../parts/Opening';
import type { Objective } from '../parts/shapes';
import { useAct } from '../parts/use-act';
import styles from './ObjectiveFacts.module.css';

type Initiative = Objective['initiatives'][number];

export function Initiatives({ objective }: { objective: Objective }) {
  const add = objective.may.includes('edit') && (
    <Opening text={t('initiative.add')}>
      {(close) => <AddInitiative objective={objective.id} onDone={close} />}
    </Opening>
  );
  return (
    <FactPart title={t('facts.initiatives')} add={add}>
      {objective.initiatives.map((initiative) => (
        <Line key={initiative.id} initiative={initiative} objective={objective} />
      ))}
    </FactPart>
  );
}

type Props = { initiative: Initiative; objective: Objective };

function Line({ initiative, objective }: Props) {
  const { title, owner, due_on, state } = initiative;
  return (
    <li>
      <span dir="auto">{title}</span>
      <span className={styles.about}>
        {[t(`initiative.${state}`), owner?.name, due_on && day(due_on)].filter(Boolean).join(' · ')}
      </span>
      {objective.may.includes('edit') && <Changes initiative={initiative} objective={objective} />}
    </li>
  );
}

function Changes({ initiative, objective }: Props) {
  const { id, title, state, version } = initiative;
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
        {(close) => <EditInitiative objective={objective} initiative={initiative} onDone={close} />}
      </Opening>
    </LineActions>
  );
}
