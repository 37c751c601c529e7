import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import styles from './Explained.module.css';

type Props = {
  /** What is said; nothing is explained where it is empty. */
  text: string;
  /** The link or line that has the focus instead, as a selector; left out, this is a stop of its own. */
  host?: string;
  children: ReactNode;
};

/** Explains itself on hover, on focus and on a tap. */
export function Explained({ text, host, children }: Props) {
  const mark = useRef<HTMLElement>(null);
  const note = useRef<HTMLSpanElement>(null);
  const [open, setOpen] = useState(false);
  const id = useId();
  useEffect(() => {
    const focused = host ? mark.current?.closest<HTMLElement>(host) : mark.current;
    if (!focused || !text) return;
    const show = ({ target }: FocusEvent) => setOpen(target === focused && focused.matches(':focus-visible'));
    const hide = () => setOpen(false);
    focused.addEventListener('focusin', show);
    focused.addEventListener('focusout', hide);
    return () => {
      focused.removeEventListener('focusin', show);
      focused.removeEventListener('focusout', hide);
    };
  }, [host, text]);
  useEffect(() => {
    if (!open || !mark.current || !note.current) return;
    const shown = note.current;
    shown.showPopover?.();
    place(shown, mark.current);
    return () => shown.hidePopover?.();
  }, [open]);
  if (!text) return children;
  const does = {
    className: styles.mark,
    'aria-describedby': id,
    onMouseEnter: () => setOpen(true),
    onMouseLeave: () => setOpen(false),
  };
  return (
    <>
      {host ? (
        <span ref={mark} {...does}>
          {children}
        </span>
      ) : (
        <button
          type="button"
          ref={mark as React.RefObject<HTMLButtonElement>}
          onClick={() => setOpen(true)}
          onKeyDown={({ key }) => key === 'Escape' && setOpen(false)}
          {...does}
        >
          {children}
        </button>
      )}
      <span ref={note} id={id} role="tooltip" className={styles.note} popover="manual">
        {text}
      </span>
    </>
  );
}

const gap = 8;

/** Below its mark, above it where there is no room, and never beyond the edge of the window. */
function place(note: HTMLElement, mark: HTMLElement) {
  const at = mark.getBoundingClientRect();
  const { offsetWidth, offsetHeight } = note;
  const left = Math.min(at.left, window.innerWidth - offsetWidth - gap);
  const below = at.bottom + offsetHeight + gap < window.innerHeight;
  note.style.left = `${Math.max(gap, left)}px`;
  note.style.top = `${below ? at.bottom + 4 : at.top - offsetHeight - 4}px`;
}
