import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { t } from '@/lib/i18n';
import { EmptyState } from '@/ui/EmptyState';
import { Failure } from '@/ui/Failure';
import { PersonChip } from '@/ui/PersonChip';
import { Skeleton } from '@/ui/Skeleton';
import { TeamTabs } from '@/ui/TeamTabs';
import { teamQuery } from './queries';
import people from './PeoplePage.module.css';
import styles from './TeamPeoplePage.module.css';

const route = getRouteApi('/in/teams/$teamId/people');

/** Who is in a team, who leads it, and what stands above and below it. */
export function TeamPeoplePage() {
  const { teamId } = route.useParams();
  const { data: answer, error, refetch } = useQuery(teamQuery(teamId));
  if (error && !answer) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!answer) return <Skeleton lines={8} />;
  const { name, parent, lead, members, children, cadence } = answer.data;
  return (
    <>
      <h1 dir="auto" className={people.title}>
        {name}
      </h1>
      <TeamTabs team={teamId} />
      <dl className={styles.facts}>
        <dt>{t('team.lead')}</dt>
        <dd>{lead ? <Person {...lead} /> : t('team.no-lead')}</dd>
        <dt>{t('team.above')}</dt>
        <dd>{parent ? <TeamLink {...parent} /> : t('team.top')}</dd>
        {children.length > 0 && <dt>{t('team.below')}</dt>}
        {children.length > 0 && (
          <dd>
            {children.map((child) => (
              <TeamLink key={child.id} {...child} />
            ))}
          </dd>
        )}
        <dt>{t('team.cadence')}</dt>
        <dd>{cadence ? t(`cadence.${cadence as 'weekly'}`) : t('cadence.of-cycle')}</dd>
      </dl>
      <h2 className={people.title}>{t('people.members', { count: members.length })}</h2>
      {members.length === 0 ? (
        <EmptyState title={t('team.empty')}>{t('team.empty.text')}</EmptyState>
      ) : (
        <ul className={`card ${people.list}`}>
          {members.map((member) => (
            <li key={member.id}>
              <Link to="/people/$personId" params={{ personId: member.id }} className={people.line}>
                <PersonChip name={member.name} />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const Person = ({ id, name }: { id: string; name: string }) => (
  <Link to="/people/$personId" params={{ personId: id }}>
    <PersonChip name={name} />
  </Link>
);

const TeamLink = ({ id, name }: { id: string; name: string }) => (
  <Link to="/teams/$teamId/people" params={{ teamId: id }} dir="auto">
    {name}
  </Link>
);
