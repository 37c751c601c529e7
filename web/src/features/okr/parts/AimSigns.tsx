import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { listed } from '@/lib/format';
import { t } from '@/lib/i18n';
import { HowFigures } from '@/ui/HowFigures';
import { aimsQuery } from './queries';
import styles from './AimSigns.module.css';

type Props = { team?: string; cycle?: string; level?: 'h2' | 'h3' };

/** Targets that look too low over the cycles: a question to talk about. Without a team, of the reader's own. */
export function AimSigns({ team, cycle, level: Heading = 'h3' }: Props) {
  const { data } = useQuery(aimsQuery(team, cycle));
  if (!data || data.signs.length === 0) return null;
  return (
    <section className={`card ${styles.aims}`} aria-labelledby="aims">
      <Heading id="aims">{t('aims.title')}</Heading>
      <ul>
        {data.signs.map(({ sign, cycles }) => (
          <li key={sign}>
            <p>{t(`aims.${sign}`, { cycles: listed(cycles.map(({ name }) => name)) })}</p>
            {team && (
              <p className={styles.cycles}>
                {cycles.map(({ id, name }) => (
                  <Link
                    key={id}
                    to="/okrs"
                    search={{ cycle: id, team, only_team: 'true', state: 'closed' }}
                    dir="auto"
                  >
                    {t('aims.grades', { cycle: name })}
                  </Link>
                ))}
              </p>
            )}
          </li>
        ))}
      </ul>
      <p className="soft small">
        {t(team ? 'aims.note' : 'aims.note.own')} <HowFigures about="grade" />
      </p>
    </section>
  );
}
