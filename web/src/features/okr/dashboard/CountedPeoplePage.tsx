import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { t } from '@/lib/i18n';
import { EmptyState } from '@/ui/EmptyState';
import { Failure } from '@/ui/Failure';
import { More } from '@/ui/More';
import { PersonChip } from '@/ui/PersonChip';
import { Skeleton } from '@/ui/Skeleton';
import { CountedHead } from './CountedHead';
import { loadedQuery } from './counted-queries';
import styles from './Counted.module.css';

const route = getRouteApi('/in/dashboard/people');

/** The last bar of the load holds all above. */
const openEnd = 8;

/** Who is in so many open objectives at once, by name. */
export function CountedPeoplePage() {
  const { cycle, objectives, team } = route.useSearch();
  const found = useInfiniteQuery(loadedQuery(cycle, objectives, team));
  const pages = found.data?.pages ?? [];
  const count = pages[0]?.count;
  const most = Number(objectives);
  return (
    <>
      <CountedHead
        title={t(most === openEnd ? 'dash.loaded.more' : 'dash.loaded', { count: most })}
        count={count === undefined ? undefined : t('dash.people.count', { count })}
        team={team}
      />
      {found.error && !found.data && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Skeleton tall lines={4} />}
      {count === 0 && <EmptyState title={t('dash.counted.none')}>{t('dash.counted.none.text')}</EmptyState>}
      {Boolean(count) && (
        <ul className={`card ${styles.people}`}>
          {pages
            .flatMap(({ items }) => items)
            .map(({ person, objectives: load }) => (
              <li key={person.id}>
                <Link to="/people/$personId" params={{ personId: person.id }} className={styles.person}>
                  <PersonChip name={person.name} />
                  <span className="soft num">{t('board.count', { count: load })}</span>
                </Link>
              </li>
            ))}
        </ul>
      )}
      <More list={found} text={t('dash.counted.more')} />
    </>
  );
}
