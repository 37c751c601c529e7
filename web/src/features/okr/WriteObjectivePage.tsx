import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { intent } from '@/lib/client';
import { useDraft } from '@/lib/draft';
import { meQuery, type Me } from '@/lib/session';
import { Skeleton } from '@/ui/Skeleton';
import type { Cycle } from './shapes';
import { useCycle } from './use-cycle';
import { WriteObjective } from './WriteObjective';
import { blankObjective } from './written';

const route = getRouteApi('/in/write');

export function WriteObjectivePage() {
  const { team, supports, title } = route.useSearch();
  const { data: me } = useQuery(meQuery);
  const { cycle } = useCycle();
  if (!me || !cycle) return <Skeleton />;
  return (
    <Drafted
      key={`${team}-${supports}-${title}`}
      team={team}
      supports={supports}
      title={title}
      me={me}
      cycle={cycle}
    />
  );
}

type Props = {
  team: string | undefined;
  supports: string | undefined;
  title: string | undefined;
  me: Me;
  cycle: Cycle;
};

/** What is written here is kept on this device until it is saved. */
function Drafted({ team, supports = '', title = '', me, cycle }: Props) {
  const home = team ?? me.teams[0]?.id;
  const owner = home ? `team:${home}` : `person:${me.id}`;
  const draft = useDraft(`objective-${team ?? ''}-${supports}${title && `-${title}`}`, {
    ...blankObjective(intent(), owner, supports),
    title,
  });
  return <WriteObjective draft={draft} me={me} cycle={cycle} />;
}
