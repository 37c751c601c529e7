import type { ReactNode } from 'react';
import { instantDay } from '@/lib/format';
import { t } from '@/lib/i18n';
import { PersonChip } from '@/ui/PersonChip';
import { Blockers } from './BlockersPart';
import { CarriedTo } from '../parts/CarriedTo';
import { Contributors } from './ContributorsPart';
import { EndObjective } from './EndObjective';
import { DraftPanel } from './DraftPanel';
import { Dependencies } from './DependenciesPart';
import { Initiatives } from './InitiativesPart';
import { RoleFitFact } from './RoleFitFact';
import { Supports } from './SupportsPart';
import type { Objective } from '../parts/shapes';
import styles from './ObjectiveFacts.module.css';

/** The side column: who, when, and what it hangs together with. */
export function ObjectiveFacts({ objective }: { objective: Objective }) {
  const { accountable, team, person, cycle, ambition, published_at, limit_reason } = objective;
  return (
    <aside className={styles.facts}>
      <dl>
        <Fact name={t('facts.accountable')}>
          <PersonChip name={accountable.name} left={objective.accountable_left} />
        </Fact>
        {objective.role.title && (
          <Fact name={t('facts.role')}>
            <RoleFitFact objective={objective} />
          </Fact>
        )}
        {team && <Fact name={t('facts.team')}>{team.name}</Fact>}
        {person && <Fact name={t('facts.person')}>{person.name}</Fact>}
        <Fact name={t('facts.cycle')}>{cycle.name}</Fact>
        <Fact name={t('facts.ambition')}>{t(`ambition.${ambition}`)}</Fact>
        {published_at !== null && <Fact name={t('facts.published')}>{instantDay(published_at)}</Fact>}
        {objective.carried_to && (
          <Fact name={t('facts.carried')}>
            <CarriedTo carried={objective.carried_to} />
          </Fact>
        )}
        {limit_reason && <Fact name={t('facts.limit-reason')}>{limit_reason}</Fact>}
      </dl>
      {objective.state === 'draft' && <DraftPanel objective={objective} />}
      <Contributors objective={objective} />
      <Supports objective={objective} />
      <Blockers objective={objective} />
      <Dependencies objective={objective} />
      <Initiatives objective={objective} />
      <EndObjective objective={objective} />
    </aside>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd dir="auto">{children}</dd>
    </div>
  );
}
