import { useEffect, type RefObject } from 'react';
import type { Notice } from './shapes';
import type { Act } from './use-notices';

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');

/** J and K walk, E is done, U is not done after all; Enter opens, as on any link. */
export function useInboxKeys(
  list: RefObject<HTMLElement | null>,
  notices: Notice[],
  act: (act: Act) => void,
) {
  useEffect(() => {
    const rows = () => [...(list.current?.querySelectorAll<HTMLElement>('[data-notice]') ?? [])];
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
      const all = rows();
      const at = all.findIndex((row) => row.parentElement?.contains(document.activeElement));
      const id = all[at]?.dataset.notice;
      const key = event.key.toLowerCase();
      if (key === 'j' || key === 'k') all[Math.max(0, key === 'j' ? at + 1 : at - 1)]?.focus();
      else if (id && key === 'e') {
        (all[at + 1] ?? all[at - 1])?.focus();
        act({ what: 'read', id });
      } else if (id && key === 'u') act({ what: 'unread', id });
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [list, notices, act]);
}
