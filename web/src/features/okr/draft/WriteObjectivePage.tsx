import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { intent } from '@/lib/client';
import { useDraft } from '@/lib/draft';
import { t } from '@/lib/i18n';
import { meQuery, type Me } from '@/lib/session';
import { Skeleton } from '@/ui/Skeleton';
import { kpiTakenQuery, takenFromKpi } from './kpi-taken';
import type { Cycle } from '../parts/shapes';
import { useCycle } from '../parts/use-cycle';
import { WriteObjective } from './WriteObjective';
import { blankKeyResult, blankObjective, type Written, type WrittenKeyResult } from './written';

const route = getRouteApi('/in/write');

export function WriteObjectivePage() {
  const { team, supports, title, kpi } = route.useSearch();
  const { data: me } = useQuery(meQuery);
  const { cycle: chosen, cycles } = useCycle();
  // What is closed takes nothing more: whoever comes from there writes in the current one.
  const cycle = chosen?.phase === 'closed' ? cycles.find(({ current }) => current) : chosen;
  const { data: followed, isPending } = useQuery({ ...kpiTakenQuery(kpi ?? ''), enabled: kpi !== undefined });
  if (!me || !cycle || (kpi && isPending)) return <Skeleton />;
  const first = followed && {
    ...takenFromKpi(blankKeyResult, followed),
    title: t('write.kpi.title', { name: followed.name }),
  };
  return (
    <Drafted
      key={`${team}-${supports}-${title}-${kpi}`}
      place={`objective-${team ?? ''}-${supports ?? ''}${title ? `-${title}` : ''}`}
      team={team}
      supports={supports}
      title={title}
      first={first}
      me={me}
      cycle={cycle}
    />
  );
}

type Props = {
  place: string;
  team: string | undefined;
  supports: string | undefined;
  title: string | undefined;
  first: WrittenKeyResult | undefined;
  me: Me;
  cycle: Cycle;
};

/** What is written here is kept on this device until it is saved. */
function Drafted({ place, team, supports = '', title = '', first = blankKeyResult, me, cycle }: Props) {
  const home = team ?? me.teams[0]?.id;
  const owner = home ? `team:${home}` : `person:${me.id}`;
  const [kept, ...others] = useDraft(place, {
    ...blankObjective(intent(), owner, supports),
    title,
    key_results: [first],
  });
  return <WriteObjective draft={[whole(kept), ...others]} me={me} cycle={cycle} />;
}

/** What an earlier version of this app kept knows fewer fields. */
const whole = (kept: Written): Written => ({
  ...kept,
  key_results: kept.key_results.map((one) => ({ ...blankKeyResult, ...one })),
});
