import { Link } from '@tanstack/react-router';
import { Suspense } from 'react';
import { t } from '@/lib/i18n';
import { EmptyState } from '@/ui/EmptyState';
import { Failure } from '@/ui/Failure';
import { Skeleton } from '@/ui/Skeleton';
import { FilterBar } from '../filter/FilterBar';
import { noFilter, type Tab } from '../filter/search';
import { Tabs } from './Tabs';
import { ListTab, MapTab, TimelineTab, TreeTab } from './tab-parts';
import { useAsked, useGraph, useOverview } from '../filter/use-overview';
import type { Cycle, CycleGraph } from '../parts/shapes';
import styles from './Overview.module.css';

const parts: Record<Tab, typeof ListTab> = {
  list: ListTab,
  tree: TreeTab,
  map: MapTab,
  timeline: TimelineTab,
};

/** All OKRs of a cycle, four ways, over one filter. */
export function OkrsPage() {
  const { cycle, data, error, refetch } = useGraph();
  return (
    <div data-wide className={styles.page}>
      <h1 className={styles.heading}>{t('overview.title', { cycle: cycle?.name ?? '' })}</h1>
      <Link to="/alignment" search={({ cycle: asked }) => ({ cycle: asked })} className="soft small no-print">
        {t('alignment.link')}
      </Link>
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : cycle && data ? (
        <FourWays graph={data} cycle={cycle} />
      ) : (
        <Skeleton lines={10} />
      )}
    </div>
  );
}

const Nothing = ({ closed }: { closed: boolean }) => (
  <EmptyState title={t(closed ? 'no-okrs.title' : 'overview.empty.title')}>
    {t(closed ? 'no-okrs.text' : 'overview.empty.text')}
  </EmptyState>
);

function FourWays({ graph, cycle }: { graph: CycleGraph; cycle: Cycle }) {
  const overview = useOverview(graph);
  const { search, ask } = useAsked();
  const tab = search.tab ?? 'list';
  const Part = parts[tab];
  return (
    <>
      <Tabs tab={tab} onChoose={(next) => ask({ tab: next === 'list' ? undefined : next })} />
      <FilterBar overview={overview} cycle={cycle} />
      <section
        role="tabpanel"
        id="overview-panel"
        aria-labelledby={`overview-${tab}`}
        className={styles.panel}
      >
        {graph.nodes.length === 0 ? (
          <Nothing closed={cycle.phase === 'closed'} />
        ) : overview.shown.length === 0 ? (
          <EmptyState
            title={t('overview.nothing.title')}
            action={
              <button type="button" className="button" onClick={() => ask(noFilter)}>
                {t('overview.clear')}
              </button>
            }
          >
            {t('overview.nothing.text')}
          </EmptyState>
        ) : (
          <Suspense fallback={<Skeleton lines={10} />}>
            <Part overview={overview} cycle={cycle} />
          </Suspense>
        )}
      </section>
    </>
  );
}
