import { useQuery } from '@tanstack/react-query';
import { objectiveQuery } from './queries';

/** The objective as it is on the server now, asked for when a change of ours came too late. */
export function useTheirs(id: string, raced: boolean) {
  const { queryKey, queryFn } = objectiveQuery(id);
  return useQuery({ queryKey: [...queryKey, 'theirs'], queryFn, enabled: raced, staleTime: 0, gcTime: 0 })
    .data;
}
