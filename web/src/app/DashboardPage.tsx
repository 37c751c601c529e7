import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Dashboard } from '@/features/okr/dashboard/Dashboard';
import { useDashboard } from '@/features/okr/dashboard/dashboard-query';
import { teamsQuery } from '@/features/okr/parts/queries';
import { RunPanel } from '@/features/kpi/RunPanel';
import { t } from '@/lib/i18n';
import { Choice } from '@/ui/form/Choice';
import { Failure } from '@/ui/Failure';
import { Skeleton } from '@/ui/Skeleton';

/** The dashboard of the company, a team or a person, as the address says. */
export function DashboardPage() {
  const { teamId, personId } = useParams({ strict: false });
  const { cycle } = useSearch({ from: '/in' });
  const { everybody } = useSearch({ strict: false });
  const { data, error, refetch } = useDashboard({
    cycle,
    team: teamId,
    person: personId,
    everybody: everybody === 'true' || undefined,
  });
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton tall lines={4} />;
  return (
    <Dashboard
      board={data}
      actions={personId ? <OfPerson person={personId} /> : <Actions team={teamId} everybody={everybody} />}
      run={<RunPanel scope={{ team: teamId, owner: personId }} changes={data.objectives} />}
    />
  );
}

const OfPerson = ({ person }: { person: string }) => (
  <Link to="/people/$personId" params={{ personId: person }} className="button">
    {t('dash.profile')}
  </Link>
);

function Actions({ team, everybody }: { team?: string; everybody?: 'true' }) {
  const { data } = useQuery(teamsQuery);
  const navigate = useNavigate();
  return (
    <>
      <Choice
        label={t('dash.scope')}
        value={team ?? (everybody ? 'everybody' : '')}
        options={[
          { value: '', text: t('dash.scope.company') },
          { value: 'everybody', text: t('dash.scope.everybody') },
          ...(data?.items ?? []).map(({ id, name }) => ({ value: id, text: name })),
        ]}
        onChange={(id) =>
          void (id && id !== 'everybody'
            ? navigate({ to: '/teams/$teamId/dashboard', params: { teamId: id } })
            : navigate({
                to: '/dashboard',
                search: ({ cycle }) => ({ cycle, everybody: id ? 'true' : undefined }),
              }))
        }
      />
      {team && (
        <>
          <Link to="/teams/$teamId" params={{ teamId: team }} className="button">
            {t('dash.board')}
          </Link>
          <Link to="/teams/$teamId/present" params={{ teamId: team }} className="button">
            {t('dash.present')}
          </Link>
        </>
      )}
      <button type="button" className="button" onClick={() => print()}>
        {t('dash.print')}
      </button>
    </>
  );
}
