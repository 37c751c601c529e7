import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { api, got } from '@/lib/client';
import { t } from '@/lib/i18n';
import { EmptyState } from '@/ui/EmptyState';
import { Failure } from '@/ui/Failure';
import { HowFigures } from '@/ui/HowFigures';
import { Skeleton } from '@/ui/Skeleton';
import { objectiveQuery } from '../parts/queries';
import { CloseForm } from './CloseForm';
import { Closed } from './Closed';

const route = getRouteApi('/in/objectives/$objectiveId/close');

/** The end of an objective: what was reached, why, and what it taught. */
export function ClosePage() {
  const { objectiveId } = route.useParams();
  const objective = useQuery(objectiveQuery(objectiveId));
  const open = objective.data?.data.state === 'published' && objective.data.data.may.includes('close');
  const suggestion = useQuery({
    queryKey: ['okr', 'closure', objectiveId],
    queryFn: () =>
      got(
        api.GET('/api/v1/objectives/{objective}/closure', { params: { path: { objective: objectiveId } } }),
      ),
    enabled: open,
  });
  const error = objective.error ?? suggestion.error;
  if (error && !objective.data) return <Failure error={error} onRetry={() => void objective.refetch()} />;
  if (!objective.data) return <Skeleton tall lines={3} />;
  const shown = objective.data.data;
  if (shown.closure) return <Closed objective={shown} closure={shown.closure} />;
  if (!open)
    return (
      <EmptyState
        level={1}
        title={t('close.not-now.title')}
        action={
          <Link to="/objectives/$objectiveId" params={{ objectiveId }} className="button">
            {t('close.back')}
          </Link>
        }
      >
        {t('close.not-now.text')}
      </EmptyState>
    );
  if (!suggestion.data) return <Skeleton tall lines={3} />;
  return (
    <>
      <CloseForm key={objectiveId} objective={shown} suggestion={suggestion.data} />
      <HowFigures about="grade" />
    </>
  );
}
