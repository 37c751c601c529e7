import { Link } from '@tanstack/react-router';
import type { components } from '@/api/schema';
import { score } from '@/lib/format';
import { t } from '@/lib/i18n';
import { SentenceTitle } from '@/ui/SentenceTitle';
import { StandingMark } from '@/ui/marks/StandingMark';
import type { ObjectiveCard } from '../parts/shapes';
import styles from './WhatMatters.module.css';

type Props = { vision: string; objectives: ObjectiveCard[]; teams: components['schemas']['TeamName'][] };

/** What the company is there for, its objectives with their why, and the way to one's teams. */
export function WhatMatters({ vision, objectives, teams }: Props) {
  return (
    <aside className={styles.aside}>
      {vision && (
        <section>
          <h2 className="caps">{t('week.vision')}</h2>
          <p className={styles.vision} dir="auto">
            {vision}
          </p>
        </section>
      )}
      <section>
        <h2 className="caps">{t('week.matters')}</h2>
        {objectives.length === 0 && <p className="soft">{t('week.matters.none')}</p>}
        <ul>
          {objectives.map(({ id, title, why, standing, progress }) => (
            <li key={id}>
              <Link to="/objectives/$objectiveId" params={{ objectiveId: id }} className={styles.objective}>
                <SentenceTitle title={title} level={3} />
                {why && (
                  <p className={styles.why} dir="auto">
                    {why}
                  </p>
                )}
                <span className={styles.standing}>
                  <StandingMark standing={standing} host="a" />
                  {progress !== null && <strong className="num">{score(progress)}</strong>}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </section>
      {teams.length > 0 && (
        <section>
          <h2 className="caps">{t('week.teams')}</h2>
          <ul>
            {teams.map(({ id, name }) => (
              <li key={id}>
                <Link to="/teams/$teamId" params={{ teamId: id }} className={styles.team} dir="auto">
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  );
}
