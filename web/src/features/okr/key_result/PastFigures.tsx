import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { t } from '@/lib/i18n';
import { AverageGrade } from '../parts/AverageGrade';
import { FoldHeading } from '../parts/FoldHeading';
import { PastObjectiveLine } from './PastObjectiveLine';
import { figuresQuery, pastQuery } from '../parts/queries';
import styles from './PastFigures.module.css';

type Props = { cycle: string; team?: string; person?: string; related?: string[]; open: boolean };

/** What came of it before, beside what is planned: of the same owner, and of what is carried on or supported. */
export function PastFigures({ cycle, team, person, related = [], open }: Props) {
  const { data } = useQuery(pastQuery(cycle, { team, person }));
  const [shown, setShown] = useState(open);
  const cycles = data?.cycles ?? [];
  if (cycles.length === 0 && related.length === 0) return null;
  return (
    <section className={`card ${styles.past}`}>
      <FoldHeading text={t('past.title')} open={shown} onToggle={() => setShown(!shown)} />
      {shown && related.map((id) => <Related key={id} objective={id} />)}
      {shown &&
        cycles.map(({ cycle: { id, name }, grades, objectives }) => (
          <section key={id} aria-label={name}>
            <h3>{name}</h3>
            {grades && grades.graded > 0 && (
              <p className="small">
                {t('grades.average')}: <AverageGrade grades={grades} />
              </p>
            )}
            <ul>
              {objectives.map((objective) => (
                <PastObjectiveLine key={objective.id} objective={objective} />
              ))}
            </ul>
          </section>
        ))}
    </section>
  );
}

function Related({ objective }: { objective: string }) {
  const { data } = useQuery(figuresQuery(objective));
  if (!data) return null;
  return (
    <section aria-label={t('past.related')}>
      <h3>{t('past.related')}</h3>
      <ul>
        <PastObjectiveLine objective={data} />
      </ul>
    </section>
  );
}
