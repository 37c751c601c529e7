import { Link, type LinkProps } from '@tanstack/react-router';
import { t } from '@/lib/i18n';
import { ChartFrame } from '@/ui/charts/ChartFrame';
import { StatusBar } from '@/ui/charts/StatusBar';
import { statusOrder, type CountedStatus } from '@/ui/marks/status-order';
import { StatusMark } from '@/ui/marks/StatusMark';
import type { Dashboard } from '../parts/shapes';
import { keyResultsOf, listOf } from './drill';
import { Panel } from './Panel';
import styles from './StatusPanel.module.css';

/** How many are on track, at risk, off track, stale: objectives and their key results. */
export function StatusPanel({ board }: { board: Dashboard }) {
  const { objective_statuses, key_result_statuses } = board;
  const seen = statusOrder.filter((status) => objective_statuses[status] + key_result_statuses[status] > 0);
  return (
    <Panel title={t('dash.status')}>
      <ChartFrame
        title={t('dash.status')}
        file={`status-${board.cycle.name}`}
        columns={[t('dash.status'), t('dash.objectives'), t('dash.key-results')]}
        rows={seen.map((status) => [
          t(`status.${status}`),
          objective_statuses[status],
          key_result_statuses[status],
        ])}
      >
        <div className={styles.bars}>
          <span className="soft small">{t('dash.objectives')}</span>
          <StatusBar
            title={said(t('dash.objectives'), objective_statuses, seen)}
            counts={objective_statuses}
          />
          <span className="soft small">{t('dash.key-results')}</span>
          <StatusBar
            title={said(t('dash.key-results'), key_result_statuses, seen)}
            counts={key_result_statuses}
          />
        </div>
        <ul className={styles.legend}>
          {seen.map((status) => (
            <li key={status}>
              <StatusMark status={status} />
              <Count
                count={objective_statuses[status]}
                text={t('board.count', { count: objective_statuses[status] })}
                to={listOf(board, { status })}
              />
              <Count
                count={key_result_statuses[status]}
                text={t('dash.key-results.count', { count: key_result_statuses[status] })}
                to={keyResultsOf(board, { status })}
              />
            </li>
          ))}
        </ul>
      </ChartFrame>
    </Panel>
  );
}

/** Nothing has no list. */
const Count = ({ count, text, to }: { count: number; text: string; to: LinkProps }) =>
  count > 0 ? (
    <Link {...to} className="num">
      {text}
    </Link>
  ) : (
    <span className="soft num">{text}</span>
  );

const said = (name: string, counts: Record<CountedStatus, number>, seen: CountedStatus[]) =>
  `${name}: ${seen.map((status) => `${counts[status]} ${t(`status.${status}`)}`).join(', ')}`;
