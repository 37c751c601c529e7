import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Failure } from '@/ui/Failure';
import { Skeleton } from '@/ui/Skeleton';
import { ObjectiveDetail } from './ObjectiveDetail';
import { objectiveQuery } from '../parts/queries';

const route = getRouteApi('/in/objectives/$objectiveId');

export function ObjectivePage() {
  const { objectiveId } = route.useParams();
  const objective = useQuery(objectiveQuery(objectiveId));
  if (objective.data) return <ObjectiveDetail objective={objective.data.data} etag={objective.data.etag} />;
  return objective.error ? (
    <Failure error={objective.error} onRetry={() => void objective.refetch()} />
  ) : (
    <Skeleton lines={8} />
  );
}
