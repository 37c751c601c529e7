import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useFreshFor } from '@/lib/fresh-for';
import { meQuery } from '@/lib/session';
import { Failure } from '@/ui/Failure';
import { Skeleton } from '@/ui/Skeleton';
import { MyWeek } from './MyWeek';
import { weekQuery } from '../parts/queries';

const route = getRouteApi('/in/');
const myWeeks = ['okr', 'week'];

/** What I must do, and what matters. */
export function MyWeekPage() {
  const { cycle } = route.useSearch();
  const week = useQuery(weekQuery(cycle));
  const me = useQuery(meQuery);
  useFreshFor(me.data?.id, myWeeks);
  if (week.data) return <MyWeek week={week.data} named={cycle} />;
  return week.error ? <Failure error={week.error} onRetry={() => void week.refetch()} /> : <Skeleton />;
}
