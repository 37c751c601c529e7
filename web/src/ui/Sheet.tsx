import { useEffect, useRef, type ReactNode } from 'react';
import styles from './Sheet.module.css';

type Props = { label: string; className?: string; onClose: () => void; children: ReactNode };

/** A window over the page, by the dialog of the platform: Esc or a click beside it leads back to the very place before. */
export function Sheet({ label, className, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  return (
    // A click beside it is a convenience; Esc does the same.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <dialog
      ref={dialog}
      aria-label={label}
      className={`${styles.sheet} ${className ?? ''}`}
      onClose={onClose}
      onClick={({ target }) => target === dialog.current && dialog.current?.close()}
    >
      {children}
    </dialog>
  );
}
