import type { KeyboardEvent } from 'react';
import { t } from '@/lib/i18n';
import { Icon } from '@/ui/icons';
import { PersonChip } from '@/ui/PersonChip';
import type { Row } from './org-tree';
import styles from './OrgTree.module.css';

type Props = {
  row: Row;
  chosen: boolean;
  focusable: boolean;
  onFocus: () => void;
  onToggle: () => void;
  onVisit: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
};

const indents = [undefined, styles.level1, styles.level2, styles.level3, styles.level4, styles.level5];

export function OrgTreeRow({ row, chosen, focusable, onFocus, onToggle, onVisit, onKeyDown }: Props) {
  const { id, name, title, reports } = row.person;
  return (
    <li
      role="treeitem"
      data-person={id}
      aria-level={row.level}
      aria-posinset={row.place}
      aria-setsize={row.among}
      aria-expanded={reports > 0 ? row.open : undefined}
      aria-selected={chosen}
      tabIndex={focusable ? 0 : -1}
      className={`${styles.row} ${indents[Math.min(row.level - 1, 5)] ?? ''}`}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
      onClick={(event) => ((event.target as Element).closest('[data-toggle]') ? onToggle() : onVisit())}
    >
      <span className={styles.toggle} data-toggle={reports > 0 || undefined} aria-hidden="true">
        {reports > 0 && <Icon name={row.open ? 'down' : 'right'} size={16} />}
      </span>
      <PersonChip name={name} />
      <span className={`soft small ${styles.job}`} dir="auto">
        {title}
      </span>
      {reports > 0 && <span className="soft small num">{t('people.reports', { count: reports })}</span>}
    </li>
  );
}
