import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { day, instantDay } from '@/lib/format';
import { t } from '@/lib/i18n';
import { Confidence } from '@/ui/marks/Confidence';
import { EmptyState } from '@/ui/EmptyState';
import { Failure } from '@/ui/Failure';
import { More } from '@/ui/More';
import { PersonChip } from '@/ui/PersonChip';
import { Skeleton } from '@/ui/Skeleton';
import { CountedHead } from './CountedHead';
import { saidQuery } from './counted-queries';
import styles from './Counted.module.css';

const route = getRouteApi('/in/dashboard/check-ins');

/** The check-ins of a week whose confidence was counted, the newest first. */
export function CountedCheckInsPage() {
  const { cycle, ...asked } = route.useSearch();
  const { week, low, team, person, everybody } = asked;
  const found = useInfiniteQuery(saidQuery(cycle, asked));
  const pages = found.data?.pages ?? [];
  const first = pages[0];
  return (
    <>
      <CountedHead
        title={t(low ? 'dash.said.low' : 'dash.said', { week, day: first ? day(first.monday) : '' })}
        count={first && t('dash.check-ins.count', { count: first.count })}
        team={team}
        person={person}
        everybody={everybody}
      />
      {found.error && !found.data && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Skeleton tall lines={4} />}
      {first?.count === 0 && (
        <EmptyState title={t('dash.counted.none')}>{t('dash.counted.none.text')}</EmptyState>
      )}
      {first && first.count > 0 && (
        <ul className={`card ${styles.lines}`}>
          {pages
            .flatMap(({ items }) => items)
            .map(({ id, key_result, objective, author, confidence, what_happened, at }) => (
              <li key={id} className={styles.said}>
                <Confidence value={confidence} />
                <span className={styles.words}>
                  <Link
                    to="/objectives/$objectiveId"
                    params={{ objectiveId: objective.id }}
                    hash={key_result.id}
                    dir="auto"
                  >
                    {key_result.title}
                  </Link>
                  <span className="soft small" dir="auto">
                    {objective.title}
                  </span>
                  {what_happened && <span dir="auto">{what_happened}</span>}
                </span>
                <span className={styles.who}>
                  <PersonChip name={author.name} />
                  <span className="soft small">{instantDay(at)}</span>
                </span>
              </li>
            ))}
        </ul>
      )}
      <More list={found} text={t('dash.counted.more')} />
    </>
  );
}
