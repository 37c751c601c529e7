import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { number, percent } from '@/lib/format';
import { t } from '@/lib/i18n';
import { PersonChip } from '@/ui/PersonChip';
import { StandingMark } from '@/ui/marks/StandingMark';
import type { Cycle } from '../parts/shapes';
import { openObjectivesQuery, summaryQuery } from './cycle-query';
import styles from './Cycle.module.css';

/** What stands between a cycle and its end: open objectives and missing retros. Nothing is closed silently. */
export function OpenWork({ cycle }: { cycle: Cycle }) {
  const { data } = useQuery(summaryQuery(cycle.id));
  const open = useQuery(openObjectivesQuery(cycle.id));
  if (!data) return null;
  const { tally } = data;
  return (
    <section className={`card ${styles.part}`} aria-labelledby="open-work">
      <h2 id="open-work">{t('cycle.stands')}</h2>
      <p>
        {t('cycle.counts', {
          open: data.open,
          drafts: data.drafts,
          closed: data.closed,
          cancelled: data.cancelled,
        })}
      </p>
      {tally && (
        <p>
          {t('cycle.tally', { average: number(tally.average), share: percent(tally.success_share) })}{' '}
          <Link to="/dashboard" search={(before) => ({ ...before, cycle: cycle.id })}>
            {t('cycle.dashboard')}
          </Link>
        </p>
      )}
      {data.unmeasured > 0 && <p>{t('cycle.unmeasured', { count: data.unmeasured })}</p>}
      {data.easy_signs.map((sign) => (
        <p key={sign} className="soft">
          {t(`easy.${sign}`)}
        </p>
      ))}
      {data.retros_missing.length > 0 && (
        <div>
          <h3>{t(cycle.phase === 'closed' ? 'cycle.retros-none' : 'cycle.retros-missing')}</h3>
          <ul className={styles.names}>
            {data.retros_missing.map(({ id, name }) => (
              <li key={id}>
                <Link
                  to="/teams/$teamId/retro/$cycleId"
                  params={{ teamId: id, cycleId: cycle.id }}
                  dir="auto"
                >
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
      {data.still_open.length > 0 && (
        <div>
          <h3>{t('cycle.still-open', { count: data.still_open.length })}</h3>
          <ul className={styles.list}>
            {data.still_open.map(({ id, title, owner, accountable, has_left }) => (
              <li key={id}>
                <span className={styles.line}>
                  <Link to="/objectives/$objectiveId" params={{ objectiveId: id }} dir="auto">
                    {title}
                  </Link>
                  <span className="soft small" dir="auto">
                    {owner}
                  </span>
                  <PersonChip name={accountable.name} left={has_left} />
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {data.still_open.length === 0 && (open.data?.items.length ?? 0) > 0 && (
        <div>
          <h3>{t('cycle.open')}</h3>
          <ul className={styles.list}>
            {open.data!.items.map(({ id, title, standing }) => (
              <li key={id}>
                <span className={styles.line}>
                  <Link to="/objectives/$objectiveId" params={{ objectiveId: id }} dir="auto">
                    {title}
                  </Link>
                  <StandingMark standing={standing} />
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
