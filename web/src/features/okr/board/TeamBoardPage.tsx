import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Failure } from '@/ui/Failure';
import { Skeleton } from '@/ui/Skeleton';
import { boardQuery } from '../parts/queries';
import { TeamBoard } from './TeamBoard';

const route = getRouteApi('/in/teams/$teamId');

/** The OKRs of one team in one cycle. */
export function TeamBoardPage() {
  const { teamId } = route.useParams();
  const { cycle } = route.useSearch();
  const board = useQuery(boardQuery(teamId, cycle));
  if (board.data) return <TeamBoard board={board.data} named={cycle} />;
  return board.error ? (
    <Failure error={board.error} onRetry={() => void board.refetch()} />
  ) : (
    <Skeleton tall lines={4} />
  );
}
