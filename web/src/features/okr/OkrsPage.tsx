import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { t } from '@/lib/i18n';
import { meQuery } from '@/lib/session';
import { EmptyState } from '@/ui/EmptyState';
import { Failure } from '@/ui/Failure';
import { Skeleton } from '@/ui/Skeleton';
import { teamsQuery } from './queries';

/** OKRs open with one's own team, or with the company for those who are in none. */
export function OkrsPage() {
  const me = useQuery(meQuery);
  const teams = useQuery(teamsQuery);
  if (teams.error) return <Failure error={teams.error} onRetry={() => void teams.refetch()} />;
  if (!me.data || !teams.data) return <Skeleton />;
  const team = me.data.teams[0] ?? teams.data.items[0];
  if (!team)
    return (
      <EmptyState level={1} title={t('okrs.no-teams.title')}>
        {t('okrs.no-teams.text')}
      </EmptyState>
    );
  return <Navigate to="/teams/$teamId" params={{ teamId: team.id }} replace />;
}
