import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { t } from '@/lib/i18n';
import { Icon } from '@/ui/icons';
import { StandingMark } from '@/ui/marks/StandingMark';
import { treeRows, type Forest } from '../filter/tree';
import { useFolds } from '../filter/use-folds';
import styles from './Map.module.css';

type Props = {
  forest: Forest;
  current?: string;
  onChoose: (id: string) => void;
  onOpen: (id: string) => void;
};

/** The map as a tree to read: the same objectives, the same links. */
export function MapOutline({ forest, current, onChoose, onOpen }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const elements = useRef(new Map<string, HTMLElement>());
  const closed = useFolds('branches');
  const [active, setActive] = useState(current);
  const all = useMemo(() => new Set(forest.byId.keys()), [forest]);
  const rows = useMemo(() => treeRows(forest, all, closed.chosen), [forest, all, closed.chosen]);
  const at = Math.max(
    0,
    rows.findIndex(({ id }) => id === active),
  );
  // eslint-disable-next-line react-hooks/incompatible-library -- its answers are used where they are read
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 32,
    overscan: 10,
    getItemKey: (index) => rows[index]!.id,
  });
  const walked = useRef(false);
  useEffect(() => {
    if (!walked.current) return;
    const element = active ? elements.current.get(active) : undefined;
    element?.focus({ preventScroll: true });
    if (element) walked.current = false;
  });
  const goTo = (index: number) => {
    const to = Math.max(0, Math.min(rows.length - 1, index));
    walked.current = true;
    virtual.scrollToIndex(to, { align: 'auto' });
    setActive(rows[to]?.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[at];
    if (row?.kind !== 'objective') return;
    const parent = () => {
      let up = at - 1;
      while (up >= 0 && rows[up]!.level >= row.level) up--;
      return up;
    };
    const keys: Record<string, () => void> = {
      ArrowDown: () => goTo(at + 1),
      ArrowUp: () => goTo(at - 1),
      Home: () => goTo(0),
      End: () => goTo(rows.length - 1),
      ArrowRight: () => (row.openable && !row.open ? closed.choose(row.id, false) : row.open && goTo(at + 1)),
      ArrowLeft: () => (row.open ? closed.choose(row.id, true) : parent() >= 0 && goTo(parent())),
      ' ': () => onChoose(row.id),
      Enter: () => onOpen(row.id),
    };
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  return (
    <div className={styles.outline} ref={scroller}>
      <div
        role="tree"
        tabIndex={-1}
        aria-label={t('map.outline')}
        className={styles.tree}
        style={{ blockSize: virtual.getTotalSize() }}
      >
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index]!;
          if (row.kind !== 'objective') return null;
          return (
            <div
              key={row.id}
              ref={(element) => {
                if (element) elements.current.set(row.id, element);
                else elements.current.delete(row.id);
              }}
              role="treeitem"
              aria-level={row.level}
              aria-expanded={row.openable ? row.open : undefined}
              aria-selected={row.id === current}
              tabIndex={index === at ? 0 : -1}
              className={styles.item}
              style={{ transform: `translateY(${start}px)`, paddingInlineStart: `${row.level * 14 - 6}px` }}
              onFocus={() => setActive(row.id)}
              onClick={() => onChoose(row.id)}
              onKeyDown={onKeyDown}
            >
              <span className={styles.caret}>
                {row.openable && <Icon name={row.open ? 'down' : 'right'} size={14} />}
              </span>
              <StandingMark standing={row.node} quiet host="[role=treeitem]" />
              <span className={styles.itemTitle} dir="auto">
                {row.node.title}
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
}
