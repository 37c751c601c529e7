import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { components } from '@/api/schema';
import { t } from '@/lib/i18n';
import { Failure } from '@/ui/Failure';
import { PersonChip } from '@/ui/PersonChip';
import { Skeleton } from '@/ui/Skeleton';
import { PeopleTabs } from './PeopleTabs';
import { teamsQuery } from './queries';
import styles from './TeamsPage.module.css';

type Team = components['schemas']['TeamLine'];

/** The tree of teams: who leads, how many they are, how often they check in. */
export function TeamsPage() {
  const { data, error, refetch } = useQuery(teamsQuery);
  return (
    <>
      <h1 className={styles.title}>{t('people.title')}</h1>
      <PeopleTabs />
      {error && !data && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={9} />}
      {data && (
        <div className={`card ${styles.tree}`}>
          <Branch teams={data.items} parent={null} />
        </div>
      )}
    </>
  );
}

function Branch({ teams, parent }: { teams: Team[]; parent: string | null }) {
  const here = teams.filter(({ parent_id }) => parent_id === parent);
  if (here.length === 0) return null;
  return (
    <ul className={parent ? styles.branch : undefined}>
      {here.map((team) => (
        <li key={team.id}>
          <Line team={team} />
          <Branch teams={teams} parent={team.id} />
        </li>
      ))}
    </ul>
  );
}

function Line({ team: { id, name, kind, lead, members, cadence } }: { team: Team }) {
  return (
    <div className={styles.line}>
      <Link to="/teams/$teamId" params={{ teamId: id }} className={styles.name}>
        <strong dir="auto">{name}</strong> <span className="soft small">{t(`team.kind.${kind}`)}</span>
      </Link>
      <span>
        {lead ? <PersonChip name={lead.name} /> : <span className="soft small">{t('team.no-lead')}</span>}
      </span>
      <Link to="/teams/$teamId/people" params={{ teamId: id }} className={`small num ${styles.members}`}>
        {t('people.members', { count: members })}
      </Link>
      <span className="soft small">{cadence ? t(`cadence.${cadence}`) : t('cadence.of-cycle')}</span>
    </div>
  );
}
