import type { CSSProperties } from 'react';
import { Link } from '@tanstack/react-router';
import { score } from '@/lib/format';
import { t } from '@/lib/i18n';
import { Icon } from '@/ui/icons';
import { KeyResultBar } from '@/ui/marks/KeyResultBar';
import { PersonChip } from '@/ui/PersonChip';
import { StandingMark } from '@/ui/marks/StandingMark';
import { Restated } from '../key_result/Restated';
import type { GraphNode } from '../parts/shapes';
import type { GridRow } from '../filter/rows';
import styles from './Cells.module.css';

type Row = Extract<GridRow, { kind: 'objective' }>;
type Props = {
  row: Row;
  teamName?: string;
  /** Its key results stand below it already. */
  partsShown?: boolean;
  onToggle: (open: boolean) => void;
  onEdit?: () => void;
};

export function ListHead() {
  return (
    <>
      <span role="columnheader">{t('overview.column.objective')}</span>
      <span role="columnheader">{t('overview.column.progress')}</span>
      <span role="columnheader">{t('overview.column.status')}</span>
      <span role="columnheader">{t('overview.column.news')}</span>
      <span role="columnheader">{t('overview.column.accountable')}</span>
      <span role="columnheader">
        <span className="hidden-text">{t('overview.column.actions')}</span>
      </span>
    </>
  );
}

/** An objective on one line. */
export function ObjectiveCells({ row, teamName, partsShown, onToggle, onEdit }: Props) {
  const { node, context } = row;
  return (
    <>
      <span
        role="gridcell"
        className={`${styles.first} ${context ? styles.context : ''}`}
        data-level={row.level}
      >
        <Indent level={row.level} />
        <Toggle row={row} onToggle={onToggle} />
        <StandingMark standing={node} quiet host="[role=row]" />
        <span className={styles.words}>
          <span className={styles.line}>
            <Link
              to="/objectives/$objectiveId"
              params={{ objectiveId: node.id }}
              className={styles.title}
              tabIndex={-1}
              dir="auto"
            >
              {node.title}
            </Link>
            {node.state !== 'published' && <span className={styles.tag}>{t(`state.${node.state}`)}</span>}
            {teamName && (
              <span className={styles.team} dir="auto">
                {teamName}
              </span>
            )}
          </span>
          {!partsShown && <KeyResultLines node={node} />}
        </span>
      </span>
      <span role="gridcell" className={styles.progress}>
        <ProgressCell node={node} />
      </span>
      <span role="gridcell" className={styles.status}>
        {t(`status.${node.status}`)}
      </span>
      <span role="gridcell" className={`${styles.news} num`}>
        {node.days_late > 0 ? t('status.days-late', { days: node.days_late }) : null}
      </span>
      <span role="gridcell" className={styles.accountable}>
        <PersonChip name={node.accountable.name} left={node.accountable_left} />
      </span>
      <span role="gridcell" className={styles.actions}>
        {onEdit && (
          <button
            type="button"
            className={styles.icon}
            tabIndex={-1}
            aria-label={t('overview.edit', { title: node.title })}
            onClick={onEdit}
          >
            <Icon name="pencil" size={16} />
          </button>
        )}
      </span>
    </>
  );
}

/** What the objective is measured by, in a line; and each sentence that states other figures than its measure. */
function KeyResultLines({ node }: { node: GraphNode }) {
  return (
    <>
      <span className={styles.measures} dir="auto">
        {node.key_results.map(({ title }) => title).join(' · ')}
      </span>
      {node.key_results.map(({ restated }, index) => (
        <Restated key={index} sentence={restated} className={styles.restated} />
      ))}
    </>
  );
}

function ProgressCell({ node }: { node: GraphNode }) {
  const shown = node.grade ?? node.progress;
  if (shown === null) return <span className="soft">{t('value.none')}</span>;
  return (
    <>
      <span className={styles.bar}>
        <KeyResultBar progress={shown} pace={node.expected_progress} label={progressLabel(node, shown)} />
      </span>
      <span className="num">{score(shown)}</span>
    </>
  );
}

function progressLabel({ grade, expected_progress }: GraphNode, shown: number) {
  if (grade !== null) return t('overview.grade', { grade: score(grade) });
  if (expected_progress === null) return t('overview.progress.alone', { progress: score(shown) });
  return t('overview.progress', { progress: score(shown), pace: score(expected_progress) });
}

const Indent = ({ level }: { level: number }) => (
  <span className={styles.indent} style={{ '--steps': level - 1 } as CSSProperties} />
);

export function Toggle({
  row,
  onToggle,
}: {
  row: Exclude<GridRow, { kind: 'parts' }>;
  onToggle: (open: boolean) => void;
}) {
  const name = row.kind === 'group' ? row.name : row.node.title;
  if (row.kind === 'objective' && !row.openable) return <span className={styles.icon} />;
  return (
    <button
      type="button"
      className={styles.icon}
      tabIndex={-1}
      aria-label={row.open ? t('overview.shut', { name }) : t('overview.open', { name })}
      onClick={() => onToggle(!row.open)}
    >
      <Icon name={row.open ? 'down' : 'right'} size={16} />
    </button>
  );
}
