import { Link } from '@tanstack/react-router';
import { score } from '@/lib/format';
import { t } from '@/lib/i18n';
import { adviceText } from '../parts/AdviceList';
import { Toggle } from './ObjectiveCells';
import type { GridRow } from '../filter/rows';
import styles from './Cells.module.css';

type Row = Extract<GridRow, { kind: 'group' }>;

/** The heading of a group; a team's leads to its board. */
export function GroupCells({ row, onToggle }: { row: Row; onToggle: (open: boolean) => void }) {
  return (
    <span role="gridcell" className={styles.groupName}>
      <Toggle row={row} onToggle={onToggle} />
      {row.team ? (
        <Link
          to="/teams/$teamId"
          params={{ teamId: row.team }}
          tabIndex={-1}
          className={styles.group}
          dir="auto"
        >
          {row.name}
        </Link>
      ) : (
        <span className={styles.group}>{row.name}</span>
      )}
      <span className="soft num">
        {row.count}
        {typeof row.progress === 'number' && ` · ${t('board.progress', { progress: score(row.progress) })}`}
      </span>
      {row.advice && <span className={`soft small ${styles.advice}`}>{adviceText(row.advice)}</span>}
    </span>
  );
}
