import type { KeyboardEvent } from 'react';

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
