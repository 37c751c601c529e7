import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { day, score } from '@/lib/format';
import { t } from '@/lib/i18n';
import { FormProblem } from '@/ui/form/FormProblem';
import { StandingMark } from '@/ui/marks/StandingMark';
import type { Cycle, MidcycleItem } from '../parts/shapes';
import { midcycleQuery, useDecide, type Decision } from './cycle-query';
import styles from './Cycle.module.css';

/** Halfway: is each objective of mine still the right one? */
export function Midcycle({ cycle, today }: { cycle: Cycle; today: string }) {
  const { data } = useQuery(midcycleQuery(cycle.id));
  if (!data) return null;
  if (cycle.phase === 'closed') return <Decided items={data.items} />;
  return (
    <section className={`card ${styles.part}`} aria-labelledby="midcycle">
      <h2 id="midcycle">{t('midcycle.title')}</h2>
      <p className="soft">
        {t(today < cycle.midcycle_on ? 'midcycle.ahead' : 'midcycle.text', { day: day(cycle.midcycle_on) })}
      </p>
      {data.items.length === 0 && <p className="soft">{t('midcycle.none')}</p>}
      <ul className={styles.list}>
        {data.items.map((item) => (
          <Item key={item.objective.id} item={item} />
        ))}
      </ul>
    </section>
  );
}

/** What is over asks nothing: it shows what was decided, where anything was. */
function Decided({ items }: { items: MidcycleItem[] }) {
  const decided = items.filter(({ decision }) => decision);
  if (decided.length === 0) return null;
  return (
    <section className={`card ${styles.part}`} aria-labelledby="midcycle">
      <h2 id="midcycle">{t('midcycle.over')}</h2>
      <ul className={styles.list}>
        {decided.map((item) => (
          <Item key={item.objective.id} item={item} />
        ))}
      </ul>
    </section>
  );
}

function Item({ item: { objective, decision, may } }: { item: MidcycleItem }) {
  const [wanted, setWanted] = useState<Decision>();
  const [reason, setReason] = useState('');
  const decide = useDecide(objective.id);
  const done = () => {
    setWanted(undefined);
    setReason('');
  };
  const send = (decision: Decision, why: string) =>
    decide.mutate({ decision, ...(why && { reason: why }) }, { onSuccess: done });
  return (
    <li>
      <span className={styles.line}>
        <Link to="/objectives/$objectiveId" params={{ objectiveId: objective.id }} dir="auto">
          {objective.title}
        </Link>
        {objective.state === 'published' && <StandingMark standing={objective.standing} />}
      </span>
      {decision && (
        <p className="soft small" dir="auto">
          <strong>{t(`decision.${decision.decision}.past`)}</strong>
          {decision.reason && `: ${decision.reason}`} ({decision.decided_by.name})
        </p>
      )}
      {may.length > 0 && (
        <div
          className={`${styles.choices} no-print`}
          role="group"
          aria-label={t('midcycle.of', { title: objective.title })}
        >
          {may.map((one) => (
            <button
              key={one}
              type="button"
              className={styles.choice}
              aria-pressed={(wanted ?? decision?.decision) === one}
              onClick={() => (one === 'keep' ? send('keep', '') : setWanted(one))}
            >
              {t(`decision.${one}`)}
            </button>
          ))}
          <span className="soft small num">{objective.progress !== null && score(objective.progress)}</span>
        </div>
      )}
      {wanted && (
        <form
          className={styles.actions}
          onSubmit={(event) => (event.preventDefault(), send(wanted, reason.trim()))}
        >
          <TextInput
            label={t(`midcycle.reason.${wanted}`)}
            value={reason}
            required
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button type="submit" disabled={!reason.trim()} loading={decide.isPending}>
            {t(`decision.${wanted}`)}
          </Button>
          <Button variant="default" onClick={done}>
            {t('cancel')}
          </Button>
        </form>
      )}
      <FormProblem error={decide.error} />
    </li>
  );
}
