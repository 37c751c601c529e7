import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { score } from '@/lib/format';
import { t } from '@/lib/i18n';
import { EmptyState } from '@/ui/EmptyState';
import { Failure } from '@/ui/Failure';
import { More } from '@/ui/More';
import { Skeleton } from '@/ui/Skeleton';
import { KeyResultRow } from '../key_result/KeyResultRow';
import type { DueKeyResult } from '../parts/shapes';
import { CountedHead } from './CountedHead';
import { countedQuery, type CountedSearch } from './counted-queries';
import styles from './Counted.module.css';

const route = getRouteApi('/in/dashboard/key-results');

/** The key results behind a figure of a dashboard, each under its objective. */
export function CountedKeyResultsPage() {
  const { cycle, ...asked } = route.useSearch();
  const found = useInfiniteQuery(countedQuery(cycle, asked));
  const pages = found.data?.pages ?? [];
  const count = pages[0]?.count;
  return (
    <>
      <CountedHead
        title={titleOf(asked)}
        count={count === undefined ? undefined : t('dash.key-results.count', { count })}
        team={asked.team}
        person={asked.person}
        everybody={asked.everybody}
      />
      {found.error && !found.data && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Skeleton tall lines={4} />}
      {count === 0 && <EmptyState title={t('dash.counted.none')}>{t('dash.counted.none.text')}</EmptyState>}
      {byObjective(pages.flatMap(({ items }) => items)).map(([first, ...others]) => (
        <section key={first.id} className={`card ${styles.objective}`}>
          <h2 className={styles.title}>
            <Link to="/objectives/$objectiveId" params={{ objectiveId: first.objective_id }} dir="auto">
              {first.objective_title}
            </Link>
            {first.team && (
              <span className="soft small" dir="auto">
                {first.team.name}
              </span>
            )}
          </h2>
          <ul>
            {[first, ...others].map((keyResult) => (
              <KeyResultRow key={keyResult.id} keyResult={keyResult} />
            ))}
          </ul>
        </section>
      ))}
      <More list={found} text={t('dash.counted.more')} />
    </>
  );
}

function titleOf({ status, late, tenth, success, unmeasured }: CountedSearch) {
  if (status) return t('dash.counted.status', { status: t(`status.${status}`) });
  if (late) return t('dash.counted.late');
  if (tenth) return t('dash.counted.tenth', { grade: score(Number(tenth) / 10) });
  if (unmeasured) return t('dash.counted.unmeasured');
  return t(success ? 'dash.counted.success' : 'dash.key-results');
}

type Together = [DueKeyResult, ...DueKeyResult[]];

/** Those of one objective that follow each other. */
function byObjective(keyResults: DueKeyResult[]): Together[] {
  const groups: Together[] = [];
  for (const keyResult of keyResults) {
    const last = groups.at(-1);
    if (last?.[0].objective_id === keyResult.objective_id) last.push(keyResult);
    else groups.push([keyResult]);
  }
  return groups;
}
