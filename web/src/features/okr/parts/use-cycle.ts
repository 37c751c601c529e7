import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { cyclesQuery } from './queries';

/** The cycle of the page: the one that the address names, else the current one. */
export function useCycle() {
  const { cycle: named } = useSearch({ from: '/in' });
  const { data } = useQuery(cyclesQuery);
  const cycles = data?.items ?? [];
  return { cycles, named, cycle: cycles.find(({ id, current }) => (named ? id === named : current)) };
}
