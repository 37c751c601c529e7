import { useQuery } from '@tanstack/react-query';
import { useMatches } from '@tanstack/react-router';
import { lazy, type ReactNode } from 'react';
import { cyclesQuery } from '@/features/okr/parts/queries';

const NoCycle = lazy(() =>
  import('@/features/okr/cycle/NoCycle').then(({ NoCycle }) => ({ default: NoCycle })),
);

/** The page, or how to begin when it is about a cycle and there is none yet. */
export function WithCycle({ children }: { children: ReactNode }) {
  const ofCycle = useMatches({ select: (matches) => matches.some(({ staticData }) => staticData.ofCycle) });
  const { data } = useQuery(cyclesQuery);
  if (ofCycle && data?.items.length === 0) return <NoCycle next={data.next} />;
  return children;
}
