import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { t } from '@/lib/i18n';
import { Icon, type IconName } from '@/ui/icons';
import { Question } from './Question';
import type { MyWeek } from './shapes';
import styles from './MyWeek.module.css';

/** Everything but check-ins that waits for me: help I was asked for, questions, drafts, mentions. */
export function Waiting({ week, cycle }: { week: MyWeek; cycle?: string }) {
  const { blockers, questions, drafts, mentions } = week;
  if (blockers.length + questions.length + drafts.length + mentions.length === 0) return null;
  return (
    <section className={`card ${styles.part}`}>
      <header>
        <h2>{t('week.waiting')}</h2>
      </header>
      <ul>
        {blockers.map(({ id, objective_id, text, raised_by, age_days, objective_title }) => (
          <Line key={id} icon="flag" to={objective_id} about={objective_title}>
            {t('week.needs-help', { name: raised_by.name, text, days: age_days })}
          </Line>
        ))}
        {questions.map((question) => (
          <Question key={question.id} question={question} cycle={cycle} />
        ))}
        {mentions.map(({ id, author, text }) => (
          <li key={id} className={styles.line}>
            <Icon name="comment" size={18} />
            <span dir="auto">{t('week.mentioned', { name: author.name, text })}</span>
          </li>
        ))}
        {drafts.map(({ id, title }) => (
          <Line key={id} icon="pencil" to={id} about={t('week.draft')}>
            {title}
          </Line>
        ))}
      </ul>
    </section>
  );
}

function Line({
  icon,
  to,
  about,
  children,
}: {
  icon: IconName;
  to: string;
  about: string;
  children: ReactNode;
}) {
  return (
    <li>
      <Link to="/objectives/$objectiveId" params={{ objectiveId: to }} className={styles.line}>
        <Icon name={icon} size={18} />
        <span>
          <span dir="auto">{children}</span>
          <span className={styles.about} dir="auto">
            {about}
          </span>
        </span>
      </Link>
    </li>
  );
}
