import { useMemo, type KeyboardEvent, type RefObject } from 'react';
import { inDialog, useShortcuts } from '@/lib/shortcuts';

const fields = 'input, textarea, select';

/** Writing goes from line to line: Enter leads to the next field, Ctrl+Enter (⌘ on a Mac) sends the form. */
export function onWritingKey(event: KeyboardEvent<HTMLFormElement>) {
  if (event.key !== 'Enter' || event.defaultPrevented || event.nativeEvent.isComposing) return;
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault();
    event.currentTarget.requestSubmit();
    return;
  }
  if (!(event.target instanceof HTMLInputElement)) return;
  event.preventDefault();
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>(fields)];
  all[all.indexOf(event.target) + 1]?.focus();
}

/** On a page that is one form, Ctrl+Enter sends it wherever the focus is: on a button, or nowhere. */
export function useSendKey(form: RefObject<HTMLFormElement | null>) {
  const shortcuts = useMemo(
    () => [
      {
        keys: 'mod+enter',
        does: 'write.publish',
        group: 'keys.here',
        run: () => !inDialog() && form.current?.requestSubmit(),
      },
    ],
    [form],
  );
  useShortcuts(shortcuts);
}
