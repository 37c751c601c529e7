import { useChosen } from '@/lib/use-chosen';
import type { Folded } from './search';
import { useAsked } from './use-overview';

/** What of the list, the tree or the timeline is open or shut, in the address: without a step of its own for Back. */
export function useFolds(key: Folded) {
  const { search, ask } = useAsked();
  return useChosen(search[key], (text) => ask({ [key]: text }, true));
}
