import { useEffect, type RefObject } from 'react';

const fields = 'input:not([type=file]):not([tabindex="-1"]), textarea, select';

export const focusFirstField = (within: HTMLElement | null) =>
  within?.querySelector<HTMLElement>(fields)?.focus();

/** A form that was opened has the focus in its first field. */
export function useFirstField(form: RefObject<HTMLElement | null>, opened = true) {
  useEffect(() => {
    if (opened) focusFirstField(form.current);
  }, [form, opened]);
}

/** What the server refuses is put right where it stands: the first wrong field has the focus. */
export function useWrongField(form: RefObject<HTMLElement | null>, error: unknown) {
  useEffect(() => {
    const wrong = error ? form.current?.querySelector<HTMLElement>('[aria-invalid=true]') : undefined;
    wrong?.focus();
    wrong?.scrollIntoView({ block: 'nearest' });
  }, [form, error]);
}
