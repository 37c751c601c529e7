import { Link } from '@tanstack/react-router';
import { day } from '@/lib/format';
import { t } from '@/lib/i18n';
import type { PersonName } from '@/lib/people';
import { PersonChip } from '@/ui/PersonChip';
import { Opening } from '../parts/Opening';
import { HandOver } from './HandOver';
import type { LateKeyResult, LatePerson } from './late-query';
import styles from './Late.module.css';

export function LateRow({ late, onRemind }: { late: LatePerson; onRemind: () => void }) {
  const { person, key_results, reminded, away_until, may } = late;
  return (
    <li>
      <div className={styles.who}>
        <PersonChip name={person.name} />
        {may.includes('remind') && !reminded && (
          <button
            type="button"
            className={`button ${styles.remind}`}
            aria-label={t('late.remind-who', { name: person.name })}
            onClick={onRemind}
          >
            {t('late.remind')}
          </button>
        )}
        {reminded && <span className="soft small">{t('late.reminded')}</span>}
        {away_until && <span className="soft small">{t('late.away-until', { day: day(away_until) })}</span>}
      </div>
      <ul>
        {key_results.map((keyResult) => (
          <li key={keyResult.id}>
            <Line person={person} keyResult={keyResult} />
          </li>
        ))}
      </ul>
    </li>
  );
}

function Line({ person, keyResult }: { person: PersonName; keyResult: LateKeyResult }) {
  const { title, objective, days_late, may } = keyResult;
  return (
    <div className={styles.line}>
      <Link to="/objectives/$objectiveId" params={{ objectiveId: objective.id }} dir="auto">
        {title}
      </Link>
      <span className="soft small num">
        {days_late > 0 ? t('status.days-late', { days: days_late }) : t('late.today')}
      </span>
      {may.includes('hand_over') && (
        <Opening text={t('late.hand-over')} label={t('late.hand-over-what', { title })}>
          {(close) => <HandOver person={person} keyResult={keyResult} onDone={close} />}
        </Opening>
      )}
    </div>
  );
}
