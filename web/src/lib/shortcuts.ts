import { useEffect, useSyncExternalStore } from 'react';

/** Keys pressed one after the other ("g h"), or one with Ctrl or ⌘ ("mod+k"). */
export type Shortcut = {
  keys: string;
  does: string;
  group: string;
  /** Whether it does anything here and now; always, where that is not said. */
  can?: () => boolean;
  run: () => void;
};

const storageKey = 'waymark-shortcuts';
const waitMs = 1000;

let registered: Shortcut[] = [];
let on = localStorage.getItem(storageKey) !== 'off';
let pressed = '';
let pressedAt = 0;
const listeners = new Set<() => void>();

const tell = () => listeners.forEach((listener) => listener());
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

/** Single keys can be switched off in this browser (WCAG 2.1.4); those with Ctrl or ⌘ stay. */
export function setShortcutsOn(wanted: boolean) {
  on = wanted;
  localStorage.setItem(storageKey, wanted ? 'on' : 'off');
  tell();
}
export const useShortcutsOn = () => useSyncExternalStore(subscribe, () => on);

/** All that work on this page now, for the help sheet. */
export const useRegistered = () => useSyncExternalStore(subscribe, () => registered);

/** These keys work while the component is there; of two for the same keys the newer one wins. */
export function useShortcuts(shortcuts: Shortcut[]) {
  useEffect(() => {
    registered = [...shortcuts, ...registered];
    if (registered.length === shortcuts.length) addEventListener('keydown', onKeyDown);
    tell();
    return () => {
      registered = registered.filter((one) => !shortcuts.includes(one));
      if (registered.length === 0) removeEventListener('keydown', onKeyDown);
      tell();
    };
  }, [shortcuts]);
}

const typesText = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !['button', 'checkbox', 'radio', 'submit'].includes(target.type)));

/** Something lies over the page, and the keys are its own. */
export const inDialog = () =>
  document.querySelector('dialog[open], [aria-modal=true], [popover]:popover-open');

function onKeyDown(event: KeyboardEvent) {
  if (event.defaultPrevented || event.isComposing || event.altKey) return;
  const withMod = event.ctrlKey || event.metaKey;
  if (!withMod && (!on || typesText(event.target) || inDialog())) return;
  const key = withMod ? `mod+${event.key.toLowerCase()}` : event.key;
  const waiting = !withMod && event.timeStamp - pressedAt < waitMs ? pressed : '';
  const found = find(waiting ? `${waiting} ${key}` : key) ?? find(key);
  pressed = withMod || found || key.length > 1 ? '' : key;
  pressedAt = event.timeStamp;
  if (!found) return;
  event.preventDefault();
  found.run();
}

const find = (keys: string) => registered.find((one) => one.keys === keys);

/** The keys as they stand on the keyboard of this device. */
export function keyNames(keys: string) {
  const mac = navigator.platform.startsWith('Mac');
  return keys
    .split(' ')
    .map((key) => key.replace('mod+k', mac ? '⌘K' : 'Ctrl K').replace('mod+enter', mac ? '⌘↵' : 'Ctrl ↵'))
    .map((key) => key.replace(/^[a-z]$/, (one) => one.toUpperCase()));
}

/** The value of aria-keyshortcuts for these keys; sequences have none. */
export const ariaKeys = (keys: string) =>
  keys === 'mod+k' ? 'Control+K Meta+K' : keys.includes(' ') ? undefined : keys;
