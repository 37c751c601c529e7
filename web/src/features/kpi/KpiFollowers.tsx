import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { t } from '@/lib/i18n';
import { StatusMark } from '@/ui/marks/StatusMark';
import { followersQuery } from './queries';
import type { Kpi } from './shapes';
import styles from './KpiFollowers.module.css';

/** The key results whose value is that of this KPI. */
export function KpiFollowers({ kpi }: { kpi: Kpi }) {
  const { data } = useQuery(followersQuery(kpi.id));
  return (
    <section className={`card ${styles.part}`}>
      <h2>{t('kpi.followers')}</h2>
      {data?.items.length === 0 && <p className="soft">{t('kpi.followers.none')}</p>}
      <ul>
        {data?.items.map(({ id, title, objective_id, objective_title, standing, team }) => (
          <li key={id} className={styles.line}>
            <StatusMark status={standing.status} quiet />
            <span>
              <Link to="/objectives/$objectiveId" params={{ objectiveId: objective_id }} hash={id} dir="auto">
                {title}
              </Link>
              <span className="soft small" dir="auto">
                {[objective_title, team?.name].filter(Boolean).join(' · ')}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
