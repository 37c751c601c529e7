import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { t } from '@/lib/i18n';
import { meQuery } from '@/lib/session';
import { EmptyState } from '@/ui/EmptyState';
import { DueRow } from './DueRow';
import { FirstSteps } from './FirstSteps';
import { News } from './News';
import type { DueKeyResult, MyWeek as Week } from './shapes';
import { Waiting } from './Waiting';
import { WhatMatters } from './WhatMatters';
import styles from './MyWeek.module.css';

const nothingYet = ({ due, not_due, drafts }: Week) => due.length + not_due.length + drafts.length === 0;
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
          {cycle.name}
          {cycle.week > 0 && ` · ${t('cycle.week', { week: cycle.week, weeks: cycle.weeks })}`}
        </p>
      </header>
      <div className={styles.columns}>
        <div className={styles.doing}>
          {nothingYet(week) ? (
            <FirstSteps week={week} />
          ) : due.length > 0 ? (
            <Due keyResults={due} />
          ) : (
            <NoneDue />
          )}
          <Waiting week={week} cycle={named} />
          {not_due.length > 0 && (
            <Part title={t('week.up-to-date')}>
              {not_due.map((keyResult) => (
                <DueRow key={keyResult.id} keyResult={keyResult} />
              ))}
            </Part>
          )}
        </div>
        <WhatMatters objectives={week.company} teams={week.teams} />
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
