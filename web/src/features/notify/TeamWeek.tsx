import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { day, instantDay, percent, quantity, score } from '@/lib/format';
import { t } from '@/lib/i18n';
import { KeyResultBar } from '@/ui/marks/KeyResultBar';
import type { Moved, TeamDigest } from './shapes';
import styles from './Digest.module.css';

/** One team's week. */
export function TeamWeek({ week }: { week: TeamDigest }) {
  const { team, key_results, checked_in, moved, late, published, ended } = week;
  const quiet = moved.length + late.length + published.length + ended.length === 0;
  return (
    <section className={`card ${styles.team}`}>
      <header>
        <h2>
          <Link to="/teams/$teamId" params={{ teamId: team.id }} dir="auto">
            {team.name}
          </Link>
        </h2>
        <p className="soft num">{t('digest.checked-in', { count: checked_in, all: key_results })}</p>
      </header>
      {quiet && <p className={styles.quiet}>{t('digest.quiet')}</p>}
      <Part title={t('digest.moved')}>
        {moved.map((one) => (
          <MovedRow key={one.id} moved={one} />
        ))}
      </Part>
      <Part title={t('digest.late')}>
        {late.map(({ id, title, objective, owner, days_late, away_until }) => (
          <Row
            key={id}
            objective={objective.id}
            title={title}
            detail={
              away_until ? t('digest.away-until', { name: owner.name, day: day(away_until) }) : owner.name
            }
          >
            <span className="num">{t('status.days-late', { days: days_late })}</span>
          </Row>
        ))}
      </Part>
      <Part title={t('digest.published')}>
        {published.map(({ id, title, at }) => (
          <Row key={id} objective={id} title={title} detail={instantDay(at)} />
        ))}
      </Part>
      <Part title={t('digest.ended')}>
        {ended.map(({ id, title, state, grade, at }) => (
          <Row key={id} objective={id} title={title} detail={instantDay(at)}>
            <span className="num">
              {state === 'closed'
                ? t('digest.closed', { grade: grade === null ? 'none' : score(grade) })
                : t('digest.cancelled')}
            </span>
          </Row>
        ))}
      </Part>
    </section>
  );
}

function MovedRow({ moved }: { moved: Moved }) {
  const { title, objective, owner, unit, before, now, progress, check_ins } = moved;
  return (
    <Row
      objective={objective.id}
      title={title}
      detail={`${owner.name} · ${check_ins > 0 ? t('digest.check-ins', { count: check_ins }) : t('digest.by-kpi')}`}
    >
      <span className={`${styles.values} num`}>
        <span className="soft">{quantity(before, unit)} → </span>
        <strong>{quantity(now, unit)}</strong>
      </span>
      {progress !== null && (
        <span className={styles.bar}>
          <KeyResultBar progress={progress} label={t('digest.progress', { percent: percent(progress) })} />
        </span>
      )}
    </Row>
  );
}

type RowProps = { objective: string; title: string; detail: string; children?: ReactNode };

function Row({ objective, title, detail, children }: RowProps) {
  return (
    <li>
      <Link to="/objectives/$objectiveId" params={{ objectiveId: objective }} className={styles.row}>
        <span className={styles.words}>
          <span dir="auto">{title}</span>
          <span className="soft small" dir="auto">
            {detail}
          </span>
        </span>
        {children}
      </Link>
    </li>
  );
}

function Part({ title, children }: { title: string; children: ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <>
      <h3 className={styles.part}>{title}</h3>
      <ul>{children}</ul>
    </>
  );
}
