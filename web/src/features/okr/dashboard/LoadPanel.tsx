import { Link } from '@tanstack/react-router';
import { t } from '@/lib/i18n';
import { ChartFrame } from '@/ui/ChartFrame';
import { Histogram } from '@/ui/Histogram';
import type { Dashboard } from '../shapes';
import { Panel } from './Panel';
import styles from './LoadPanel.module.css';

/** In how many objectives people are at once. By name in a team, as a spread in the company; never by result. */
export function LoadPanel({ board }: { board: Dashboard }) {
  return (
    <Panel title={t('dash.load')} aside={t('dash.load.text')}>
      {board.team ? <Names board={board} /> : <Spread board={board} />}
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
          <span className="num">{t('board.count', { count: objectives })}</span>
        </li>
      ))}
    </ul>
  );
}

function Spread({ board }: { board: Dashboard }) {
  const last = board.load_spread.length;
  const label = (index: number) =>
    index + 1 === last ? t('dash.load.more', { count: last }) : String(index + 1);
  return (
    <ChartFrame
      title={t('dash.load')}
      file={`load-${board.cycle.name}`}
      columns={[t('dash.load.objectives'), t('dash.load.people')]}
      rows={board.load_spread.map((count, index) => [label(index), count])}
      legend={<span>{t('dash.load.legend')}</span>}
    >
      <Histogram
        title={`${t('dash.load')}: ${board.load_spread.map((count, index) => `${label(index)}: ${count}`).join(', ')}`}
        bars={board.load_spread.map((count, index) => ({ label: label(index), count, strong: true }))}
        height={120}
      />
    </ChartFrame>
  );
}
