import { Link } from '@tanstack/react-router';
import { api, got } from '@/lib/client';
import { day } from '@/lib/format';
import { t } from '@/lib/i18n';
import { FactPart, LineActions } from '../parts/FactPart';
import { AskForSomething, AskText } from '../forms/forms';
import { Opening, SmallButton } from '../parts/Opening';
import type { Objective } from '../parts/shapes';
import { useAct } from '../parts/use-act';
import styles from './ObjectiveFacts.module.css';

type Dependency = Objective['dependencies'][number];

export function Dependencies({ objective }: { objective: Objective }) {
  const add = objective.may.includes('edit') && (
    <Opening text={t('dependency.add')}>
      {(close) => <AskForSomething objective={objective} onDone={close} />}
    </Opening>
  );
  return (
    <FactPart title={t('facts.dependencies')} add={add}>
      {objective.dependencies.map((dependency) => (
        <Line key={dependency.id} dependency={dependency} self={objective.id} />
      ))}
    </FactPart>
  );
}

function Line({ dependency, self }: { dependency: Dependency; self: string }) {
  const { objective, provider, need, due_on, state, answer } = dependency;
  const weNeed = objective.id === self;
  const other = weNeed ? provider : objective;
  return (
    <li>
      <span dir="auto">{need}</span>
      <span className={styles.about}>
        {t(weNeed ? 'dependency.we-need' : 'dependency.they-need')}{' '}
        <Link to="/objectives/$objectiveId" params={{ objectiveId: other.id }} dir="auto">
          {other.title}
        </Link>
        {` · ${t(`dependency.${state}`)}`}
        {due_on && ` · ${day(due_on)}`}
        {answer && ` · ${answer}`}
      </span>
      <Answers dependency={dependency} />
    </li>
  );
}

function Answers({ dependency: { id, need, may } }: { dependency: Dependency }) {
  const act = useAct();
  const params = { path: { dependency: id } };
  const answer = (state: 'confirmed' | 'delivered' | 'declined', words?: string) =>
    got(
      api.PUT('/api/v1/dependencies/{dependency}/answer', {
        params,
        body: { state, ...(words && { answer: words }) },
      }),
    );
  return (
    <LineActions>
      {may.includes('answer') && (
        <>
          <SmallButton
            text={t('dependency.confirm')}
            label={t('dependency.confirm.label', { need })}
            onClick={() => act.mutate(() => answer('confirmed'))}
          />
          <Opening text={t('dependency.decline')} label={t('dependency.decline.label', { need })}>
            {(close) => (
              <AskText
                label={t('dependency.why-not')}
                send={t('dependency.decline')}
                work={(words) => answer('declined', words)}
                onDone={close}
              />
            )}
          </Opening>
        </>
      )}
      {may.includes('deliver') && (
        <SmallButton
          text={t('dependency.deliver')}
          label={t('dependency.deliver.label', { need })}
          onClick={() => act.mutate(() => answer('delivered'))}
        />
      )}
      {may.includes('withdraw') && (
        <SmallButton
          text={t('dependency.withdraw')}
          label={t('dependency.withdraw.label', { need })}
          onClick={() => act.mutate(() => got(api.DELETE('/api/v1/dependencies/{dependency}', { params })))}
        />
      )}
    </LineActions>
  );
}
