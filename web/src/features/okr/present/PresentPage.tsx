import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect } from 'react';
import { score } from '@/lib/format';
import { t } from '@/lib/i18n';
import { Failure } from '@/ui/Failure';
import { Skeleton } from '@/ui/Skeleton';
import { boardQuery } from '../parts/queries';
import type { TeamBoard } from '../parts/shapes';
import { Slide } from './Slide';
import styles from './Present.module.css';

const route = getRouteApi('/stage/teams/$teamId/present');

/** A walk through a team's OKRs for the review meeting: one at a time, in letters that a room can read. */
export function PresentPage() {
  const { teamId } = route.useParams();
  const { cycle, at } = route.useSearch();
  const { data, error, refetch } = useQuery(boardQuery(teamId, cycle));
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton tall lines={3} />;
  return <Stage board={data} at={Number(at ?? 0) || 0} />;
}

function Stage({ board, at }: { board: TeamBoard; at: number }) {
  const navigate = useNavigate();
  const { team, cycle } = board;
  const shown = board.objectives.filter(({ state }) => state === 'published' || state === 'closed');
  const last = shown.length;
  const here = Math.min(Math.max(at, 0), last);
  const go = useCallback(
    (to: number) => {
      if (to < 0 || to > last) return;
      void navigate({
        to: '.',
        search: (before) => ({ ...before, at: to ? String(to) : undefined }),
        replace: true,
      });
    },
    [navigate, last],
  );
  const leave = useCallback(
    () => void navigate({ to: '/teams/$teamId', params: { teamId: team.id }, search: { cycle: cycle.id } }),
    [navigate, team.id, cycle.id],
  );
  useStageKeys(here, go, leave);
  const objective = shown[here - 1];

  return (
    <div className={styles.stage}>
      <header className={styles.bar}>
        <span dir="auto">
          {team.name} · {cycle.name}
        </span>
        <span className="num" role="status">
          {t('present.at', { at: here, count: last })}
        </span>
        <button type="button" className={styles.key} onClick={() => go(here - 1)} disabled={here === 0}>
          {t('present.before')}
        </button>
        <button type="button" className={styles.key} onClick={() => go(here + 1)} disabled={here === last}>
          {t('present.next')}
        </button>
        <button type="button" className={styles.key} onClick={leave}>
          {t('present.leave')}
        </button>
      </header>
      {objective ? <Slide objective={objective} /> : <Cover board={board} count={last} />}
      <ol className={styles.dots} aria-hidden="true">
        {Array.from({ length: last + 1 }, (_, index) => (
          <li key={index} className={index === here ? styles.now : undefined} />
        ))}
      </ol>
    </div>
  );
}

function useStageKeys(here: number, go: (to: number) => void, leave: () => void) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (['ArrowRight', 'ArrowDown', 'PageDown'].includes(event.key)) go(here + 1);
      else if (['ArrowLeft', 'ArrowUp', 'PageUp'].includes(event.key)) go(here - 1);
      else if (event.key === 'Escape') leave();
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [here, go, leave]);
}

function Cover({ board, count }: { board: TeamBoard; count: number }) {
  return (
    <section className={styles.cover}>
      <h1 dir="auto">{board.team.name}</h1>
      <p>
        {board.cycle.name} · {t('board.count', { count })}
        {board.progress !== null && ` · ${t('board.progress', { progress: score(board.progress) })}`}
      </p>
      <p className="soft">{t('present.keys')}</p>
    </section>
  );
}
