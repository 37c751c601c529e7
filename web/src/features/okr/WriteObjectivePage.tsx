import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { idempotencyKey } from '@/lib/client';
import { useDraft } from '@/lib/draft';
import { meQuery } from '@/lib/session';
import { Skeleton } from '@/ui/Skeleton';
import { useCycle } from './use-cycle';
import { WriteObjective } from './WriteObjective';
import { blankObjective } from './written';

const route = getRouteApi('/in/write');

/** What is written here is kept on this device until it is saved. */
export function WriteObjectivePage() {
  const { team, supports = '' } = route.useSearch();
  const { data: me } = useQuery(meQuery);
  const { cycle } = useCycle();
  const owner = team ?? me?.teams[0]?.id;
  const draft = useDraft(
    `objective-${team ?? ''}-${supports}`,
    blankObjective(idempotencyKey(), owner ? `team:${owner}` : `person:${me?.id}`, supports),
  );
  return me && cycle ? <WriteObjective draft={draft} me={me} cycle={cycle} /> : <Skeleton />;
}
