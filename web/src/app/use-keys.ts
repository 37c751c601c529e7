import { useRouter, type AnyRouter } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { useShortcuts, type Shortcut } from '@/lib/shortcuts';
import { openNewMenu } from './NewMenu';
import { places } from './places';
import { focusFilter, hasRows, keepSeries, moveInList, neighbour } from './rows';

/** What can lie over a page: the palette, the palette looking for something to comment on, the sheet of keys. */
export type Overlay = 'palette' | 'comment' | 'keys';

/** The keys that work on every page. */
export function useKeys(show: (overlay: Overlay) => void) {
  const router = useRouter();
  useEffect(() => {
    addEventListener('click', keepSeries, { capture: true });
    return () => removeEventListener('click', keepSeries, { capture: true });
  }, []);
  const shortcuts = useMemo<Shortcut[]>(
    () => [
      { keys: 'mod+k', does: 'keys.palette', group: 'keys.anywhere', run: () => show('palette') },
      { keys: '?', does: 'keys.help', group: 'keys.anywhere', run: () => show('keys') },
      { keys: 'c', does: 'keys.new', group: 'keys.anywhere', run: openNewMenu },
      ...places.flatMap(({ to, text, keys }) =>
        keys ? [{ keys, does: text, group: 'keys.go', run: () => void router.navigate({ to }) }] : [],
      ),
      { keys: 'j', does: 'keys.next-row', group: 'keys.list', can: hasRows, run: () => moveInList(1) },
      { keys: 'k', does: 'keys.previous-row', group: 'keys.list', can: hasRows, run: () => moveInList(-1) },
      ...([1, -1] as const).map((step) => ({
        keys: step > 0 ? ']' : '[',
        does: step > 0 ? 'keys.next' : 'keys.previous',
        group: 'keys.list',
        can: () => neighbour(router.state.location.pathname, step) !== undefined,
        run: () => openNeighbour(router, step),
      })),
      { keys: '/', does: 'keys.filter', group: 'keys.list', run: () => focusFilter() || show('palette') },
      { keys: 'f', does: 'keys.filter', group: 'keys.list', run: () => focusFilter() || show('palette') },
    ],
    [router, show],
  );
  useShortcuts(shortcuts);
}

function openNeighbour(router: AnyRouter, step: 1 | -1) {
  const path = neighbour(router.state.location.pathname, step);
  if (path) void router.navigate({ to: path });
}
