import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { t } from '@/lib/i18n';
import { ChartFrame } from '@/ui/charts/ChartFrame';
import { Histogram } from '@/ui/charts/Histogram';
import type { Dashboard } from '../parts/shapes';
import { peopleOf } from './drill';
import { Panel } from './Panel';
import styles from './LoadPanel.module.css';

/** In how many objectives people are at once. By name in a team, as a spread in the company; never by result. */
export function LoadPanel({ board }: { board: Dashboard }) {
  return (
    <Panel title={t('dash.load')} aside={t('dash.load.text')}>
      {board.load.length > 0 ? <Names board={board} /> : <Spread board={board} />}
    </Panel>
  );
}

function Names({ board }: { board: Dashboard }) {
  const most = Math.max(1, ...board.load.map(({ objectives }) => objectives));
  return (
    <ul className={styles.load}>
      {board.load.map(({ person, objectives }) => (
        <li key={person.id}>
          <Link to="/people/$personId/dashboard" params={{ personId: person.id }} dir="auto">
            {person.name}
          </Link>
          <svg className={styles.bar} height="10" width="100%" aria-hidden="true">
            <rect className={styles.fill} height="10" rx="3" width={`${(objectives / most) * 100}%`} />
          </svg>
          {objectives > 0 ? (
            <Link to="/people/$personId" params={{ personId: person.id }} className="num">
              {t('board.count', { count: objectives })}
            </Link>
          ) : (
            <span className="soft num">{t('board.count', { count: 0 })}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

function Spread({ board }: { board: Dashboard }) {
  const last = board.load_spread.length;
  const behind = (index: number, shown: ReactNode) => <Link {...peopleOf(board, index + 1)}>{shown}</Link>;
  const label = (index: number) =>
    index + 1 === last ? t('dash.load.more', { count: last }) : String(index + 1);
  return (
    <ChartFrame
      title={t('dash.load')}
      file={`load-${board.cycle.name}`}
      columns={[t('dash.load.objectives'), t('dash.load.people')]}
      rows={board.load_spread.map((count, index) => [label(index), count])}
      text={(value, column, index) => (column === 1 && value ? behind(index, value) : value)}
      legend={<span>{t('dash.load.legend')}</span>}
    >
      <Histogram
        title={`${t('dash.load')}: ${board.load_spread.map((count, index) => `${label(index)}: ${count}`).join(', ')}`}
        bars={board.load_spread.map((count, index) => ({ label: label(index), count, strong: true }))}
        height={120}
        link={behind}
      />
    </ChartFrame>
  );
}
