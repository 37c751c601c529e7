import { Link } from '@tanstack/react-router';
import { day } from '@/lib/format';
import { t } from '@/lib/i18n';
import type { MyWeek } from '../parts/shapes';
import styles from './MyWeek.module.css';

/** What one has taken on, each with the way from its objective up to the company. */
export function OwnInitiatives({ initiatives }: { initiatives: MyWeek['initiatives'] }) {
  if (initiatives.length === 0) return null;
  return (
    <section className={`card ${styles.part}`}>
      <header>
        <h2>{t('week.initiatives', { count: initiatives.length })}</h2>
      </header>
      <ul>
        {initiatives.map(({ id, title, due_on, objective, above }) => (
          <li key={id} className={styles.initiative}>
            <p>
              <span dir="auto">{title}</span>
              {due_on && <span className="soft small"> · {day(due_on)}</span>}
            </p>
            <p className={`small ${styles.path}`}>
              {[objective, ...above].map((one, step) => (
                <span key={one.id}>
                  {step > 0 && <span aria-hidden="true"> › </span>}
                  <Link to="/objectives/$objectiveId" params={{ objectiveId: one.id }} dir="auto">
                    {one.title}
                  </Link>
                </span>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
