import { Link } from '@tanstack/react-router';
import { api, got } from '@/lib/client';
import { t } from '@/lib/i18n';
import { FactPart, LineActions } from '../parts/FactPart';
import { AddSupport } from '../forms/forms';
import { Opening, SmallButton } from '../parts/Opening';
import type { Objective, SupportLink } from '../parts/shapes';
import { useAct } from '../parts/use-act';
import styles from './ObjectiveFacts.module.css';

export function Supports({ objective }: { objective: Objective }) {
  const add = objective.may.includes('link') && (
    <Opening text={t('support.add')}>
      {(close) => <AddSupport objective={objective} onDone={close} />}
    </Opening>
  );
  const { chain } = objective;
  return (
    <>
      <FactPart title={t('facts.supports')} add={add}>
        {objective.supports.map((link) => (
          <Line key={link.id} link={link} several={objective.supports.length > 1} />
        ))}
      </FactPart>
      {chain.level > chain.most && (
        <p className="small" role="note">
          {t('support.deep', { levels: chain.level, most: chain.most })}
        </p>
      )}
      <p>
        <Link
          to="/okrs"
          search={{ tab: 'map', focus: objective.id, cycle: objective.cycle.id }}
          className={`${styles.onMap} small no-print`}
        >
          {t('facts.on-map')}
        </Link>
      </p>
      <FactPart title={t('facts.supported-by')}>
        {objective.supported_by.map((link) => (
          <Line key={link.id} link={link} />
        ))}
      </FactPart>
    </>
  );
}

function Line({ link, several }: { link: SupportLink; several?: boolean }) {
  const { id, other, other_state, owner, key_result_title, state, primary, may } = link;
  const act = useAct();
  const params = { path: { link: id } };
  return (
    <li>
      <Link to="/objectives/$objectiveId" params={{ objectiveId: other.id }} dir="auto">
        {other.title}
      </Link>
      <span className={styles.about} dir="auto">
        {[
          owner,
          key_result_title,
          state === 'proposed' && t('facts.proposed'),
          other_state === 'cancelled' && t('support.cancelled'),
          several && primary && t('support.primary'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <LineActions>
        {may.includes('accept') && (
          <SmallButton
            text={t('support.accept')}
            label={t('support.accept.label', { title: other.title })}
            onClick={() => act.mutate(() => got(api.PUT('/api/v1/supports/{link}/acceptance', { params })))}
          />
        )}
        {may.includes('make_primary') && (
          <SmallButton
            text={t('support.make-primary')}
            label={t('support.make-primary.label', { title: other.title })}
            onClick={() => act.mutate(() => got(api.PUT('/api/v1/supports/{link}/primary', { params })))}
          />
        )}
        {may.includes('remove') && (
          <SmallButton
            text={t('support.remove')}
            label={t('support.remove.label', { title: other.title })}
            onClick={() => act.mutate(() => got(api.DELETE('/api/v1/supports/{link}', { params })))}
          />
        )}
      </LineActions>
    </li>
  );
}
