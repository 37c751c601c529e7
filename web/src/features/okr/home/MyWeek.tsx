import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { t } from '@/lib/i18n';
import { meQuery } from '@/lib/session';
import { EmptyState } from '@/ui/EmptyState';
import { DueRow } from './DueRow';
import { FirstSteps } from './FirstSteps';
import { News } from './News';
import { OwnInitiatives } from './OwnInitiatives';
import type { DueKeyResult, MyWeek as Week } from '../parts/shapes';
import { Waiting } from './Waiting';
import { WhatMatters } from './WhatMatters';
import styles from './MyWeek.module.css';

const nothingToDo = ({ due, not_due, blockers, questions, shared, drafts, mentions, initiatives }: Week) =>
  [due, not_due, blockers, questions, shared, drafts, mentions, initiatives].every(
    (list) => list.length === 0,
  );
const partOfDay = (hour: number) => (hour < 11 ? 'morning' : hour < 17 ? 'day' : 'evening');

export function MyWeek({ week, named }: { week: Week; named?: string }) {
  const { data: me } = useQuery(meQuery);
  const { cycle, due, not_due } = week;
  const first = me?.name.split(' ')[0] ?? '';
  return (
    <>
      <header className={styles.head}>
        <h1>{t(`week.good-${partOfDay(new Date().getHours())}`, { name: first })}</h1>
        <p className="soft">
          <Link to="/cycles/$cycleId" params={{ cycleId: cycle.id }}>
            {cycle.name}
            {cycle.week > 0 && ` · ${t('cycle.week', { week: cycle.week, weeks: cycle.weeks })}`}
          </Link>
        </p>
      </header>
      <div className={styles.columns}>
        <div className={styles.doing}>
          {due.length > 0 && <Due keyResults={due} />}
          <Waiting week={week} cycle={named} />
          {not_due.length > 0 && (
            <Part title={t(due.length > 0 ? 'week.up-to-date' : 'week.none-due.title')}>
              {not_due.map((keyResult) => (
                <DueRow key={keyResult.id} keyResult={keyResult} />
              ))}
            </Part>
          )}
          <OwnInitiatives initiatives={week.initiatives} />
          {week.is_new && <FirstSteps week={week} />}
          {!week.is_new && nothingToDo(week) && <NoneDue />}
        </div>
        <WhatMatters vision={week.vision} objectives={week.company} teams={week.teams} />
      </div>
      <News />
    </>
  );
}

function Due({ keyResults }: { keyResults: DueKeyResult[] }) {
  const late = keyResults.filter(({ standing }) => standing.days_late > 0).length;
  return (
    <Part
      title={t('week.due', { count: keyResults.length, late })}
      action={
        <Link to="/check-in" className="button main">
          {t('week.check-in')}
        </Link>
      }
    >
      {keyResults.map((keyResult) => (
        <DueRow key={keyResult.id} keyResult={keyResult} />
      ))}
    </Part>
  );
}

function NoneDue() {
  return (
    <section className="card">
      <EmptyState title={t('week.none-due.title')}>{t('week.none-due.text')}</EmptyState>
    </section>
  );
}

function Part({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  return (
    <section className={`card ${styles.part}`}>
      <header>
        <h2>{title}</h2>
        {action}
      </header>
      <ul>{children}</ul>
    </section>
  );
}
