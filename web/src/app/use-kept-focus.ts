import { useEffect } from 'react';

/** Where something was that is gone. */
type Place = { parent: Element; after: Node | null };

/** What comes in the place of it is drawn by then. */
const waitMs = 100;
const controls = 'a[href], button, input, select, textarea, [tabindex]';

/**
 * Whoever works with keys: when what has the focus goes away, because a form was sent or a line taken off, the focus stays
 * at that place, on what came instead, else on what is next. A control marked `data-opens` gets it back from what it had opened.
 */
export function useKeptFocus() {
  useEffect(() => {
    let last: Element | undefined;
    let path = '';
    let pointing = false;
    let place: Place | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const remember = ({ target }: FocusEvent) => {
      last = target as Element;
      path = location.pathname;
      place = undefined;
    };
    const onPointer = () => (pointing = true);
    const onKey = () => (pointing = false);
    const bringBack = () => {
      timer = undefined;
      if (!place || pointing || document.activeElement !== document.body || location.pathname !== path)
        return;
      const there = last instanceof HTMLElement && canHave(last) ? last : nextTo(place);
      there?.focus();
    };
    const watcher = new MutationObserver((records) => {
      const before = place;
      for (const record of records) place = placeAfter(record, place, last) ?? place;
      if (place !== before) timer ??= setTimeout(bringBack, waitMs);
    });
    watcher.observe(document.body, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['disabled'],
    });
    addEventListener('focusin', remember);
    addEventListener('pointerdown', onPointer);
    addEventListener('keydown', onKey);
    return () => {
      clearTimeout(timer);
      watcher.disconnect();
      removeEventListener('focusin', remember);
      removeEventListener('pointerdown', onPointer);
      removeEventListener('keydown', onKey);
    };
  }, []);
}

/** Where the focus was, when this took it away or gave back the button that had it. */
function placeAfter(
  { type, target, removedNodes, previousSibling }: MutationRecord,
  place?: Place,
  last?: Element,
) {
  if (type === 'attributes') {
    const back = target === last && !last.matches(':disabled');
    return back ? { parent: last.parentElement!, after: last } : undefined;
  }
  const lost = place?.parent ?? last;
  const gone = lost && [...removedNodes].some((node) => node.contains(lost));
  return gone ? { parent: target as Element, after: previousSibling } : undefined;
}

function nextTo({ parent, after }: Place): HTMLElement | undefined {
  const main = document.getElementById('main') ?? undefined;
  let from = after?.isConnected ? after : null;
  for (let within: Element | null = parent; within; from = within, within = within.parentElement) {
    const found = [...within.querySelectorAll<HTMLElement>(controls)].filter(canHave);
    const next = found.filter((one) => !from || follows(one, from));
    const chosen = found.find((one) => one.matches('[data-opens]')) ?? next[0] ?? found.at(-1);
    if (chosen) return chosen;
    if (within === main || (within instanceof HTMLElement && canHave(within))) return within as HTMLElement;
  }
  return main;
}

const canHave = (one: HTMLElement) =>
  one.tabIndex >= 0 && !one.matches(':disabled') && one.getClientRects().length > 0;

const follows = (one: Node, other: Node) =>
  !other.contains(one) && Boolean(other.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
