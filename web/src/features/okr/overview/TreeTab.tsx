import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { t } from '@/lib/i18n';
import { ListHead, ObjectiveCells } from './ObjectiveCells';
import { RowGrid } from './RowGrid';
import type { GridRow } from '../filter/rows';
import { treeRows } from '../filter/tree';
import { useFolds } from '../filter/use-folds';
import type { Overview } from '../filter/use-overview';
import styles from './Overview.module.css';

/** The same lines along what supports what. */
export function TreeTab({ overview }: { overview: Overview }) {
  const { forest, shown, teamNames } = overview;
  const navigate = useNavigate();
  const closed = useFolds('branches');
  const rows = useMemo(
    () => treeRows(forest, new Set(shown.map(({ id }) => id)), closed.chosen),
    [forest, shown, closed.chosen],
  );
  const toggle = (row: GridRow, open: boolean) => closed.choose(row.id, !open);
  const cells = (row: GridRow) =>
    row.kind === 'objective' && (
      <ObjectiveCells
        row={row}
        teamName={row.node.shown_in ? teamNames.get(row.node.shown_in) : undefined}
        onToggle={(open) => toggle(row, open)}
      />
    );
  return (
    <>
      <p className={styles.tools}>
        <button
          type="button"
          className="button"
          onClick={() => closed.replace({ all: false, but: new Set() })}
        >
          {t('overview.open-all')}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => closed.replace({ all: true, but: new Set() })}
        >
          {t('overview.shut-all')}
        </button>
      </p>
      <RowGrid
        rows={rows}
        label={t('overview.tree')}
        head={<ListHead />}
        cells={cells}
        onToggle={toggle}
        onEnter={(row) => void navigate({ to: '/objectives/$objectiveId', params: { objectiveId: row.id } })}
      />
    </>
  );
}
