import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { t } from '@/lib/i18n';
import { GroupCells } from './GroupCells';
import { ListHead, ObjectiveCells } from './ObjectiveCells';
import { RowGrid } from './RowGrid';
import { RowEdit, RowKeyResults } from './row-parts';
import { listRows, type GridRow } from '../filter/rows';
import { useAsked, type Overview } from '../filter/use-overview';
import { useFolds } from '../filter/use-folds';
import { useGroups } from '../filter/use-groups';

const mayEdit = (row: GridRow) => row.kind === 'objective' && row.node.may.includes('edit');

/** The objectives in groups, each with its key results one step further. */
export function ListTab({ overview }: { overview: Overview }) {
  const navigate = useNavigate();
  const { search } = useAsked();
  const groups = useGroups(overview);
  const closed = useFolds('shut');
  const opened = useFolds('opened');
  const [edited, setEdited] = useState<string>();
  const rows = useMemo(
    () => listRows(groups, closed.chosen, opened.chosen),
    [groups, closed.chosen, opened.chosen],
  );

  const toggle = (row: GridRow, open: boolean) =>
    row.kind === 'group' ? closed.choose(row.id, !open) : opened.choose(row.id, open);
  const enter = (row: GridRow) => {
    if (row.kind === 'group') toggle(row, !row.open);
    else void navigate({ to: '/objectives/$objectiveId', params: { objectiveId: row.node.id } });
  };
  const cells = (row: GridRow) => {
    if (row.kind === 'group') return <GroupCells row={row} onToggle={(open) => toggle(row, open)} />;
    if (row.kind === 'parts') return <RowKeyResults id={row.node.id} count={row.node.key_results.length} />;
    if (row.id === edited) return <RowEdit node={row.node} onDone={() => setEdited(undefined)} />;
    const team = row.node.shown_in ? overview.teamNames.get(row.node.shown_in) : undefined;
    return (
      <ObjectiveCells
        row={row}
        teamName={search.group === 'level' && row.node.level !== 'company' ? team : undefined}
        partsShown={row.open}
        onToggle={(open) => toggle(row, open)}
        onEdit={mayEdit(row) ? () => setEdited(row.id) : undefined}
      />
    );
  };
  return (
    <RowGrid
      rows={rows}
      label={t('overview.list')}
      head={<ListHead />}
      cells={cells}
      onToggle={toggle}
      onEnter={enter}
      onEdit={(row) => mayEdit(row) && setEdited(row.id)}
    />
  );
}
