import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { score } from '@/lib/format';
import { t } from '@/lib/i18n';
import { HowFigures } from '@/ui/HowFigures';
import { AverageGrade } from '../parts/AverageGrade';
import type { Cycle } from '../parts/shapes';
import { summaryQuery } from './cycle-query';
import styles from './Cycle.module.css';

/** What each team was graded, by name: this is no league table. */
export function TeamGrades({ cycle }: { cycle: Cycle }) {
  const { data } = useQuery(summaryQuery(cycle.id));
  const [first] = data?.team_grades ?? [];
  if (!data || !first) return null;
  return (
    <section className={`card ${styles.part}`} aria-labelledby="team-grades">
      <h2 id="team-grades">{t('grades.teams')}</h2>
      <p className="soft">{t('grades.teams.text', { line: score(first.grades.line) })}</p>
      <ul className={styles.list}>
        {data.team_grades.map(({ team, grades }) => (
          <li key={team.id}>
            <span className={styles.line}>
              <Link
                to="/teams/$teamId/dashboard"
                params={{ teamId: team.id }}
                search={(before) => ({ ...before, cycle: cycle.id })}
                dir="auto"
              >
                {team.name}
              </Link>
              <AverageGrade grades={grades} />
            </span>
          </li>
        ))}
      </ul>
      <HowFigures about="grade" />
    </section>
  );
}
