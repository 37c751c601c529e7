import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Failure } from '@/ui/Failure';
import { Skeleton } from '@/ui/Skeleton';
import { MyWeek } from './MyWeek';
import { weekQuery } from './queries';

const route = getRouteApi('/in/');

/** What I must do, and what matters. */
export function MyWeekPage() {
  const { cycle } = route.useSearch();
  const week = useQuery(weekQuery(cycle));
  if (week.data) return <MyWeek week={week.data} named={cycle} />;
  return week.error ? <Failure error={week.error} onRetry={() => void week.refetch()} /> : <Skeleton />;
}
