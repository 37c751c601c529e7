import { useMemo, type RefObject } from 'react';
import { useShortcuts, type Shortcut } from '@/lib/shortcuts';
import type { Act } from './use-notices';

/** J and K walk, E is done, U is not done after all; Enter opens, as on any link. With no row chosen, each chooses the first. */
export function useInboxKeys(list: RefObject<HTMLElement | null>, act: (act: Act) => void) {
  const shortcuts = useMemo<Shortcut[]>(() => {
    const rows = () => [...(list.current?.querySelectorAll<HTMLElement>('[data-notice]') ?? [])];
    const place = (all: HTMLElement[]) =>
      all.findIndex((row) => row.parentElement?.contains(document.activeElement));
    const walk = (step: 1 | -1) => {
      const all = rows();
      all[Math.max(0, place(all) + step)]?.focus();
    };
    const done = () => {
      const all = rows();
      const at = place(all);
      const id = all[at]?.dataset.notice;
      if (!id) return all[0]?.focus();
      (all[at + 1] ?? all[at - 1])?.focus();
      act({ what: 'read', id });
    };
    const undone = () => {
      const all = rows();
      const id = all[place(all)]?.dataset.notice;
      if (!id) return all[0]?.focus();
      act({ what: 'unread', id });
    };
    return [
      { keys: 'j', does: 'keys.next-row', group: 'keys.list', run: () => walk(1) },
      { keys: 'k', does: 'keys.previous-row', group: 'keys.list', run: () => walk(-1) },
      { keys: 'e', does: 'inbox.key.done', group: 'keys.list', run: done },
      { keys: 'u', does: 'inbox.key.undone', group: 'keys.list', run: undone },
    ];
  }, [list, act]);
  useShortcuts(shortcuts);
}
