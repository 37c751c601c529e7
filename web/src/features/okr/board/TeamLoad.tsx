import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { t } from '@/lib/i18n';
import { PersonChip } from '@/ui/PersonChip';
import type { TeamConcerns } from '../parts/shapes';
import styles from './TeamConcerns.module.css';

const first = 6;

/** In how many objectives each member is, by name. */
export function TeamLoad({ load }: { load: TeamConcerns['load'] }) {
  const [whole, setWhole] = useState(false);
  if (load.length === 0) return null;
  const shown = whole ? load : load.slice(0, first);
  return (
    <section>
      <h2 className="caps">{t('concerns.load')}</h2>
      <ul>
        {shown.map(({ person, objectives }) => (
          <li key={person.id}>
            <Link
              to="/people/$personId"
              params={{ personId: person.id }}
              className={`${styles.line} ${styles.load}`}
            >
              <PersonChip name={person.name} />
              <span className="soft num">{t('concerns.objectives', { count: objectives })}</span>
            </Link>
          </li>
        ))}
      </ul>
      {shown.length < load.length && (
        <button type="button" className={`${styles.more} no-print`} onClick={() => setWhole(true)}>
          {t('concerns.load.more', { count: load.length - shown.length })}
        </button>
      )}
    </section>
  );
}
