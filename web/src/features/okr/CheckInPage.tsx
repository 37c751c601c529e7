import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Failure } from '@/ui/Failure';
import { Skeleton } from '@/ui/Skeleton';
import { CheckInRun } from './CheckInRun';
import { weekQuery } from './queries';
import type { MyWeek } from './shapes';

const route = getRouteApi('/in/check-in');

/** Those that wait; asked for by name also one that does not. */
function keyResultsOf({ due, not_due }: MyWeek, at: string | undefined) {
  const asked = not_due.find(({ id }) => id === at);
  return asked ? [asked, ...due] : due;
}

/** All my key results one after the other, by keyboard, in under a minute. */
export function CheckInPage() {
  const { cycle, at } = route.useSearch();
  const week = useQuery(weekQuery(cycle));
  if (week.error && !week.data) return <Failure error={week.error} onRetry={() => void week.refetch()} />;
  if (!week.data) return <Skeleton />;
  return <CheckInRun given={keyResultsOf(week.data, at)} startAt={at} />;
}
