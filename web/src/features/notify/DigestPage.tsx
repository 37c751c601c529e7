import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { day } from '@/lib/format';
import { t } from '@/lib/i18n';
import { PageHead } from '@/ui/PageHead';
import { EmptyState } from '@/ui/EmptyState';
import { Failure } from '@/ui/Failure';
import { Skeleton } from '@/ui/Skeleton';
import { digestQuery } from './queries';
import type { Digest } from './shapes';
import { TeamWeek } from './TeamWeek';
import styles from './Digest.module.css';

/** The last seven days of my teams on one page: what moved, what is late, what was published. */
export function DigestPage() {
  const { data, error, refetch } = useQuery(digestQuery);
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton />;
  return (
    <>
      <PageHead
        title={t('digest.title')}
        text={t('digest.days', { since: day(data.since), until: day(data.until) })}
      >
        <Link to="/inbox/settings" className="button">
          {t('digest.settings')}
        </Link>
      </PageHead>
      <Told notices={data.notices} />
      {data.teams.length === 0 && (
        <section className="card">
          <EmptyState title={t('digest.no-team.title')}>{t('digest.no-team.text')}</EmptyState>
        </section>
      )}
      {data.teams.map((week) => (
        <TeamWeek key={week.team.id} week={week} />
      ))}
    </>
  );
}

function Told({ notices }: { notices: Digest['notices'] }) {
  if (notices.length === 0) return null;
  return (
    <section className={styles.told}>
      <h2 className="caps">{t('digest.told')}</h2>
      <ul>
        {notices.map(({ kind, count }) => (
          <li key={kind}>
            <Link to="/inbox" search={{ show: 'all' }}>
              {t(`told.${kind}`, { count })}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
