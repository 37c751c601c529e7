import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { day, instantDay } from '@/lib/format';
import { t } from '@/lib/i18n';
import { PersonChip } from '@/ui/PersonChip';
import type { Objective, SupportLink } from './shapes';
import styles from './ObjectiveFacts.module.css';

/** The side column: who, when, and what it hangs together with. */
export function ObjectiveFacts({ objective }: { objective: Objective }) {
  const { accountable, team, person, cycle, ambition, published_at, contributors } = objective;
  return (
    <aside className={styles.facts}>
      <dl>
        <Fact name={t('facts.accountable')}>
          <PersonChip name={accountable.name} />
        </Fact>
        {team && <Fact name={t('facts.team')}>{team.name}</Fact>}
        {person && <Fact name={t('facts.person')}>{person.name}</Fact>}
        <Fact name={t('facts.cycle')}>{cycle.name}</Fact>
        <Fact name={t('facts.ambition')}>{t(`ambition.${ambition}`)}</Fact>
        {published_at !== null && <Fact name={t('facts.published')}>{instantDay(published_at)}</Fact>}
        {contributors.length > 0 && (
          <Fact name={t('facts.contributors')}>
            {contributors.map(({ id, name }) => (
              <PersonChip key={id} name={name} />
            ))}
          </Fact>
        )}
      </dl>
      <Links title={t('facts.supports')} links={objective.supports} />
      <Links title={t('facts.supported-by')} links={objective.supported_by} />
      <Blockers objective={objective} />
      <Dependencies objective={objective} />
      <Initiatives objective={objective} />
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

function Part({ title, children }: { title: string; children: ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <section>
      <h2 className="caps">{title}</h2>
      <ul>{children}</ul>
    </section>
  );
}

function Links({ title, links }: { title: string; links: SupportLink[] }) {
  return (
    <Part title={title}>
      {links.map(({ id, other, owner, key_result_title, state }) => (
        <li key={id}>
          <Link to="/objectives/$objectiveId" params={{ objectiveId: other.id }} dir="auto">
            {other.title}
          </Link>
          <span className={styles.about} dir="auto">
            {[owner, key_result_title, state === 'proposed' && t('facts.proposed')]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </Part>
  );
}

function Blockers({ objective: { blockers } }: { objective: Objective }) {
  return (
    <Part title={t('facts.blockers')}>
      {blockers.map(({ id, text, owner, age_days, resolved_at }) => (
        <li key={id}>
          <span dir="auto">{text}</span>
          <span className={styles.about}>
            {resolved_at === null
              ? t('facts.blocker-open', { name: owner.name, days: age_days })
              : t('facts.blocker-resolved', { day: instantDay(resolved_at) })}
          </span>
        </li>
      ))}
    </Part>
  );
}

function Dependencies({ objective: { id: self, dependencies } }: { objective: Objective }) {
  return (
    <Part title={t('facts.dependencies')}>
      {dependencies.map(({ id, objective, provider, need, due_on, state }) => {
        const other = provider.id === self ? objective : provider;
        return (
          <li key={id}>
            <span dir="auto">{need}</span>
            <span className={styles.about}>
              <Link to="/objectives/$objectiveId" params={{ objectiveId: other.id }} dir="auto">
                {other.title}
              </Link>
              {` · ${t(`dependency.${state}`)}`}
              {due_on && ` · ${day(due_on)}`}
            </span>
          </li>
        );
      })}
    </Part>
  );
}

function Initiatives({ objective: { initiatives } }: { objective: Objective }) {
  return (
    <Part title={t('facts.initiatives')}>
      {initiatives.map(({ id, title, owner, due_on, state }) => (
        <li key={id}>
          <span dir="auto">{title}</span>
          <span className={styles.about}>
            {[t(`initiative.${state}`), owner?.name, due_on && day(due_on)].filter(Boolean).join(' · ')}
          </span>
        </li>
      ))}
    </Part>
  );
}
