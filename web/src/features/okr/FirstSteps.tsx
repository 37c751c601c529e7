import { Link } from '@tanstack/react-router';
import { t } from '@/lib/i18n';
import { Icon } from '@/ui/icons';
import type { MyWeek } from './shapes';
import styles from './MyWeek.module.css';

/** For somebody who has nothing here yet: three ways to begin, the first one first. */
export function FirstSteps({ week: { company, teams } }: { week: MyWeek }) {
  const [team] = teams;
  return (
    <section className={`card ${styles.first}`}>
      <h2>{t('week.first.title')}</h2>
      <p className="soft">{t('week.first.text')}</p>
      <ol>
        <li>
          <Icon name="pencil" size={18} />
          <span>{t('week.first.own')}</span>
          <Link to="/write" className="button main">
            {t('week.first.write')}
          </Link>
        </li>
        <li>
          <Icon name="target" size={18} />
          <span>{t('week.first.company', { count: company.length })}</span>
          <Link to="/okrs" className="button">
            {t('week.first.look')}
          </Link>
        </li>
        <li>
          <Icon name="people" size={18} />
          <span dir="auto">{team ? t('week.first.team', { team: team.name }) : t('week.first.no-team')}</span>
          {team ? (
            <Link to="/teams/$teamId" params={{ teamId: team.id }} className="button">
              {t('week.first.meet')}
            </Link>
          ) : (
            <Link to="/people" className="button">
              {t('week.first.meet')}
            </Link>
          )}
        </li>
      </ol>
    </section>
  );
}
