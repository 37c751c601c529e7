import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { relativeDay, today } from '@/lib/format';
import { t } from '@/lib/i18n';
import { Icon, type IconName } from '@/ui/icons';
import { Question } from './Question';
import type { MyWeek } from '../parts/shapes';
import styles from './MyWeek.module.css';

/** Everything but check-ins that waits for me: help I was asked for, questions, drafts, mentions. */
export function Waiting({ week, cycle }: { week: MyWeek; cycle?: string }) {
  const { blockers, questions, shared, drafts, mentions } = week;
  if ([blockers, questions, shared, drafts, mentions].every((list) => list.length === 0)) return null;
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
        {mentions.map(({ id, author, text, thanked, objective }) => (
          <Line key={id} icon="comment" to={objective.id} hash={id} about={objective.title}>
            {t(thanked ? 'week.thanked' : 'week.mentioned', { name: author.name, text })}
          </Line>
        ))}
        {shared.map((draft) => (
          <SharedDraft key={draft.id} draft={draft} />
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

function SharedDraft({
  draft: { id, title, shared_by, shared_at, team },
}: {
  draft: MyWeek['shared'][number];
}) {
  const about = t('week.shared.about', { when: relativeDay(today(new Date(shared_at))) });
  const values = { name: shared_by.name, title, team: team?.name ?? '' };
  return (
    <Line icon="pencil" to={id} about={about}>
      {t(team ? 'week.shared-with-team' : 'week.shared', values)}
    </Line>
  );
}

type LineProps = { icon: IconName; to: string; hash?: string; about: string; children: ReactNode };

function Line({ icon, to, hash, about, children }: LineProps) {
  return (
    <li>
      <Link to="/objectives/$objectiveId" params={{ objectiveId: to }} hash={hash} className={styles.line}>
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
