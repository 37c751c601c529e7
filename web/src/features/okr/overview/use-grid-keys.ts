import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import type { GridRow } from '../filter/rows';

type Does = {
  onToggle: (row: GridRow, open: boolean) => void;
  onEnter: (row: GridRow) => void;
  onEdit?: (row: GridRow) => void;
};

const isTyping = (target: EventTarget) =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null;

/** The keys of a tree of lines, as ARIA describes them; j and k beside the arrows, e edits. */
export function useGridKeys(
  rows: GridRow[],
  show: RefObject<(index: number) => void>,
  { onToggle, onEnter, onEdit }: Does,
) {
  const [chosen, setActive] = useState(0);
  const active = Math.min(chosen, Math.max(0, rows.length - 1));
  const elements = useRef(new Map<number, HTMLElement>());
  const wanted = useRef<number | undefined>(undefined);

  const goTo = (index: number) => {
    const at = Math.max(0, Math.min(rows.length - 1, index));
    wanted.current = at;
    setActive(at);
    show.current(at);
  };
  // The line may have to be drawn before it can have the focus.
  useEffect(() => {
    if (wanted.current === undefined) return;
    const element = elements.current.get(wanted.current);
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: 'nearest' });
    if (element) wanted.current = undefined;
  });

  const parentOf = (index: number) => {
    const level = rows[index]!.level;
    let at = index - 1;
    while (at >= 0 && rows[at]!.level >= level) at--;
    return at;
  };
  const isOpen = (row: GridRow) => row.kind !== 'parts' && row.open;
  const canOpen = (row: GridRow) => row.kind === 'group' || (row.kind === 'objective' && row.openable);

  const inward = (row: GridRow) => {
    if (canOpen(row) && !isOpen(row)) onToggle(row, true);
    else if (isOpen(row)) goTo(active + 1);
  };
  const outward = (row: GridRow) => {
    if (isOpen(row)) onToggle(row, false);
    else if (parentOf(active) >= 0) goTo(parentOf(active));
  };

  const keys: Record<string, (row: GridRow) => void> = {
    ArrowDown: () => goTo(active + 1),
    j: () => goTo(active + 1),
    ArrowUp: () => goTo(active - 1),
    k: () => goTo(active - 1),
    Home: () => goTo(0),
    End: () => goTo(rows.length - 1),
    PageDown: () => goTo(active + 15),
    PageUp: () => goTo(active - 15),
    ArrowRight: inward,
    ArrowLeft: outward,
    Enter: onEnter,
    ' ': (row) => canOpen(row) && onToggle(row, !isOpen(row)),
    ...(onEdit && { e: onEdit }),
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[active];
    const own = event.target === elements.current.get(active);
    const act = keys[event.key];
    if (!row || !act || isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    // A link or a button inside of a line keeps Enter and the space bar for itself.
    if (!own && (event.key === 'Enter' || event.key === ' ')) return;
    event.preventDefault();
    event.stopPropagation();
    act(row);
  };

  const keep = (index: number, element: HTMLElement | null) => {
    if (element) elements.current.set(index, element);
    else elements.current.delete(index);
  };
  return { active, setActive, goTo, onKeyDown, keep };
}
