import { defaultRangeExtractor, useWindowVirtualizer, type Range } from '@tanstack/react-virtual';
import {
  Suspense,
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { usePrinting } from '@/lib/printing';
import { usePhone } from '@/lib/use-phone';
import { Skeleton } from '@/ui/Skeleton';
import type { GridRow } from '../filter/rows';
import { useGridKeys } from './use-grid-keys';
import { useReturn } from './use-return';
import styles from './RowGrid.module.css';

type Props = {
  rows: GridRow[];
  label: string;
  head: ReactNode;
  /** The cells of a line; each an element with the role gridcell. */
  cells: (row: GridRow) => ReactNode;
  onToggle: (row: GridRow, open: boolean) => void;
  onEnter: (row: GridRow) => void;
  onEdit?: (row: GridRow) => void;
  className?: string;
};

/** In pixels, before a line is measured: an objective stands above its measures, and takes more lines beside the thumb. */
const likelyHeight = { group: 36, desk: 54, phone: 76 };

const none: GridRow[] = [];

/** Lines of which only those in view are drawn; one stop for Tab, and arrows, j and k walk. */
export function RowGrid({ rows: given, label, head, cells, className = '', ...does }: Props) {
  // First drawn in slices, so that keys and taps are answered in between; from then on at once, for keys act on what is there.
  const begun = useDeferredValue(true, false);
  const rows = begun ? given : none;
  const grid = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => setTop(grid.current?.offsetTop ?? 0), [rows.length]);
  const printing = usePrinting();
  const phone = usePhone();
  const show = useRef<(index: number) => void>(() => undefined);
  const keys = useGridKeys(rows, show, does);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: (index) =>
      rows[index]?.kind === 'group' ? likelyHeight.group : phone ? likelyHeight.phone : likelyHeight.desk,
    getItemKey: (index) => rows[index]!.id,
    overscan: 5,
    scrollMargin: top,
    // The line with the focus stays, also when it is scrolled away.
    rangeExtractor: (range: Range) =>
      printing ? [...rows.keys()] : withActive(defaultRangeExtractor(range), keys.active, rows.length),
  });
  const ids = useMemo(() => rows.map(({ id }) => id), [rows]);
  const remember = useReturn(ids, keys.goTo);
  useEffect(() => {
    show.current = (index) => virtual.scrollToIndex(index, { align: 'auto' });
  }, [virtual]);
  return (
    <div
      className={`${styles.grid} ${className}`}
      role="treegrid"
      tabIndex={-1}
      aria-label={label}
      aria-rowcount={rows.length + 1}
      ref={grid}
      onKeyDown={keys.onKeyDown}
    >
      <div className={styles.head} role="row" aria-rowindex={1}>
        {head}
      </div>
      <div className={styles.lines} style={{ blockSize: virtual.getTotalSize() }} role="presentation">
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index]!;
          return (
            <div
              key={row.id}
              data-index={index}
              ref={(element) => {
                virtual.measureElement(element);
                keys.keep(index, element);
              }}
              role="row"
              aria-rowindex={index + 2}
              aria-level={row.level}
              aria-expanded={isOpenable(row) ? row.open : undefined}
              tabIndex={index === keys.active ? 0 : -1}
              className={`${styles.row} ${styles[row.kind]}`}
              style={{ transform: `translateY(${start - top}px)` }}
              onFocus={() => {
                keys.setActive(index);
                remember(row.id);
              }}
            >
              <Suspense fallback={<Waiting />}>{cells(row)}</Suspense>
            </div>
          );
        })}
      </div>
    </div>
  );
}

const isOpenable = (row: GridRow): row is Exclude<GridRow, { kind: 'parts' }> =>
  row.kind === 'group' || (row.kind === 'objective' && row.openable);

const withActive = (range: number[], active: number, count: number) =>
  active < count && !range.includes(active) ? [...range, active].sort((a, b) => a - b) : range;

const Waiting = () => (
  <span role="gridcell">
    <Skeleton lines={1} />
  </span>
);
