import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Failure } from '@/ui/Failure';
import { Skeleton } from '@/ui/Skeleton';
import { CheckInRun } from './CheckInRun';
import { checkInQuery, weekQuery } from '../parts/queries';
import type { DueKeyResult, MyWeek, Objective } from '../parts/shapes';

const route = getRouteApi('/in/check-in');

/** All my key results one after the other, by keyboard, in under a minute; or those of one objective. */
export function CheckInPage() {
  const { objective } = route.useSearch();
  return objective ? <OfObjective id={objective} /> : <OfMyWeek />;
}

function OfMyWeek() {
  const { cycle, at } = route.useSearch();
  const { data, error, refetch } = useQuery(weekQuery(cycle));
  if (data) return <CheckInRun given={waiting(data, at)} startAt={at} />;
  return error ? <Failure error={error} onRetry={() => void refetch()} /> : <Skeleton />;
}

function OfObjective({ id }: { id: string }) {
  const { at } = route.useSearch();
  const { data, error, refetch } = useQuery(checkInQuery(id));
  if (data) return <CheckInRun given={all(data.data)} startAt={at} />;
  return error ? <Failure error={error} onRetry={() => void refetch()} /> : <Skeleton />;
}

/** Those that wait; asked for by name also one that does not. */
function waiting({ due, not_due }: MyWeek, at: string | undefined) {
  const asked = not_due.find(({ id }) => id === at);
  return asked ? [asked, ...due] : due;
}

const all = ({ title, team, key_results, milestones }: Objective): DueKeyResult[] =>
  key_results.map((keyResult) => ({
    ...keyResult,
    objective_title: title,
    team,
    milestones: milestones.filter(({ key_result_id }) => key_result_id === keyResult.id),
  }));
