import { Link } from '@tanstack/react-router';
import { t } from '@/lib/i18n';
import { ChartFrame } from '@/ui/ChartFrame';
import { StatusBar, statusOrder } from '@/ui/StatusBar';
import { StatusMark, type Status } from '@/ui/StatusMark';
import type { Dashboard } from '../shapes';
import { listOf } from './drill';
import { Panel } from './Panel';
import styles from './StatusPanel.module.css';

const filters: Partial<Record<Status, Parameters<typeof listOf>[1]>> = {
  at_risk: { at_risk: 'true' },
  off_track: { at_risk: 'true' },
  stale: { stale: 'true' },
};

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
              <Link {...listOf(board, filters[status])}>
                <StatusMark status={status} />
                <span className="num">
                  {t('dash.counts', {
                    objectives: objective_statuses[status],
                    results: key_result_statuses[status],
                  })}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </ChartFrame>
    </Panel>
  );
}

const said = (name: string, counts: Record<Status, number>, seen: Status[]) =>
  `${name}: ${seen.map((status) => `${counts[status]} ${t(`status.${status}`)}`).join(', ')}`;
