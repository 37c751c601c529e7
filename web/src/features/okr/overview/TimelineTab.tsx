import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { readChosen } from '@/lib/chosen';
import { day } from '@/lib/format';
import { t } from '@/lib/i18n';
import { Failure } from '@/ui/Failure';
import { Skeleton } from '@/ui/Skeleton';
import { StandingMark } from '@/ui/marks/StandingMark';
import type { Cycle, CycleTimeline } from '../parts/shapes';
import { GroupCells } from './GroupCells';
import { timelineQuery } from '../filter/queries';
import { RowGrid } from './RowGrid';
import { listRows, type GridRow } from '../filter/rows';
import { TimelineAxis, TimelineBar, TimelineLegend } from './TimelineBar';
import { useFolds } from '../filter/use-folds';
import { useGroups } from '../filter/use-groups';
import type { Overview } from '../filter/use-overview';
import styles from './Timeline.module.css';

/** When the objectives run, are due and were checked in on. */
export function TimelineTab({ overview, cycle }: { overview: Overview; cycle: Cycle }) {
  const { data, error, refetch } = useQuery(timelineQuery(cycle.id));
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={10} />;
  return <Timeline overview={overview} timeline={data} />;
}

const nothing = readChosen();

function Timeline({ overview, timeline }: { overview: Overview; timeline: CycleTimeline }) {
  const navigate = useNavigate();
  const groups = useGroups(overview);
  const closed = useFolds('shut');
  const bars = useMemo(() => new Map(timeline.items.map((bar) => [bar.objective_id, bar])), [timeline]);
  const rows = useMemo(
    () =>
      listRows(groups, closed.chosen, nothing).map((row) =>
        row.kind === 'objective' ? { ...row, openable: false } : row,
      ),
    [groups, closed.chosen],
  );
  const toggle = (row: GridRow, open: boolean) => closed.choose(row.id, !open);
  const enter = (row: GridRow) => {
    if (row.kind === 'group') toggle(row, !row.open);
    else void navigate({ to: '/objectives/$objectiveId', params: { objectiveId: row.node.id } });
  };
  const cells = (row: GridRow) => {
    if (row.kind === 'group') return <GroupCells row={row} onToggle={(open) => toggle(row, open)} />;
    const { node } = row;
    const bar = bars.get(node.id);
    return (
      <>
        <span role="gridcell" className={styles.name}>
          <StandingMark standing={node} quiet host="[role=row]" />
          <Link
            to="/objectives/$objectiveId"
            params={{ objectiveId: node.id }}
            className={styles.title}
            tabIndex={-1}
            dir="auto"
          >
            {node.title}
          </Link>
        </span>
        <span role="gridcell" className={styles.time}>
          {bar && <TimelineBar bar={bar} span={timeline} state={node.state} />}
        </span>
      </>
    );
  };
  return (
    <>
      <TimelineLegend today={day(timeline.today)} midcycle={day(timeline.midcycle_on)} />
      <RowGrid
        className={styles.grid}
        rows={rows}
        label={t('timeline.title')}
        head={
          <>
            <span role="columnheader">{t('overview.column.objective')}</span>
            <span role="columnheader" className={styles.time}>
              <span className="hidden-text">{t('timeline.when')}</span>
              <TimelineAxis span={timeline} />
            </span>
          </>
        }
        cells={cells}
        onToggle={toggle}
        onEnter={enter}
      />
    </>
  );
}
