import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { instant } from '@/lib/format';
import { t } from '@/lib/i18n';
import { PageHead } from '@/ui/PageHead';
import { Failure } from '@/ui/Failure';
import { Skeleton } from '@/ui/Skeleton';
import type { Retro } from '../parts/shapes';
import { AimSigns } from '../parts/AimSigns';
import { RetroBegin } from './RetroBegin';
import { RetroColumn } from './RetroColumn';
import { retroQuery } from './retro-query';
import styles from './Retro.module.css';

const route = getRouteApi('/in/teams/$teamId/retro/$cycleId');
const parts = ['celebrate', 'learn', 'shifted', 'next'] as const;

/** A team looks back together: four columns on one screen, the same for all in the room. */
export function RetroPage() {
  const { teamId, cycleId } = route.useParams();
  const { data, error, refetch } = useQuery(retroQuery(teamId, cycleId));
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton tall lines={4} />;
  return (
    <>
      <Head retro={data} />
      <AimSigns team={teamId} cycle={cycleId} level="h2" />
      {data.cards.length === 0 && <RetroBegin cycle={cycleId} />}
      <div className={styles.columns}>
        {parts.map((part) => (
          <RetroColumn key={part} retro={data} part={part} />
        ))}
      </div>
    </>
  );
}

function Head({ retro: { team, cycle, updated_by, updated_at } }: { retro: Retro }) {
  return (
    <PageHead
      title={t('retro.title', { team: team.name })}
      text={
        <>
          {cycle.name}
          {updated_by && updated_at !== null && (
            <> · {t('retro.updated', { name: updated_by.name, time: instant(updated_at) })}</>
          )}
        </>
      }
    >
      <p className={`${styles.actions} no-print`}>
        <Link to="/cycles/$cycleId" params={{ cycleId: cycle.id }} className="button">
          {t('retro.cycle')}
        </Link>
        <Link to="/learnings" search={{ team: team.id }} className="button">
          {t('retro.learnings')}
        </Link>
        <button type="button" className="button" onClick={() => print()}>
          {t('retro.print')}
        </button>
      </p>
    </PageHead>
  );
}
