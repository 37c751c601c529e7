import { api, got } from '@/lib/client';
import { instantDay } from '@/lib/format';
import { t } from '@/lib/i18n';
import { FactPart, LineActions } from '../parts/FactPart';
import { AddBlocker, AskText, HandOver } from '../forms/forms';
import { Opening } from '../parts/Opening';
import type { Blocker, Objective } from '../parts/shapes';
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
