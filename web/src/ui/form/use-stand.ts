import { useEffect, useState } from 'react';
import { dropDraft, keepDraft, readDraft } from '@/lib/draft';
import { currentOwner } from '@/lib/owner';
import { same } from './versions';

/** The version that a change stands on, and what it said. */
export type Stand<Written> = { etag: string; before: Written };
type Writing<Written> = Stand<Written> & { written: Written };

/** What is written on top of which version; with `keep` it outlives the tab as long as it differs from that version. */
export function useStand<Written extends object>(opened: () => Stand<Written>, keep?: string) {
  const [person] = useState(currentOwner);
  const [writing, setWriting] = useState<Writing<Written>>(() => {
    const kept = keep ? readDraft<Writing<Written>>(keep, person) : undefined;
    if (kept) return kept;
    const stand = opened();
    return { ...stand, written: stand.before };
  });
  const touched = !same(writing.before, writing.written);
  useEffect(() => {
    if (keep && touched) keepDraft(keep, writing, person);
    else if (keep) dropDraft(keep, person);
  }, [keep, touched, writing, person]);
  return {
    ...writing,
    change: (part: Partial<Written>) =>
      setWriting((now) => ({ ...now, written: { ...now.written, ...part } })),
    /** From here on it stands on this version; what is written stays unless it is another now. */
    standOn: (stand: Stand<Written> & { written?: Written }) => setWriting((now) => ({ ...now, ...stand })),
    drop: () => keep && dropDraft(keep, person),
  };
}
