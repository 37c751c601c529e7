import { useEffect, useId, useRef, type ReactNode } from 'react';
import { t } from '@/lib/i18n';
import { Icon } from './icons';
import { focusFirstField } from './use-form-focus';
import styles from './Dialog.module.css';

type Props = { title: string; onClose: () => void; children: ReactNode };

/** The dialog of the platform: Escape closes it, the focus stays inside and returns to where it was. */
export function Dialog({ title, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const name = useId();
  useEffect(() => {
    const opened = document.activeElement;
    dialog.current?.showModal();
    focusFirstField(body.current);
    return () => {
      if (opened instanceof HTMLElement) opened.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={name}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header className={styles.head}>
        <h2 id={name}>{title}</h2>
        <button type="button" className="icon-button" aria-label={t('close')} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <div className={styles.body} ref={body}>
        {children}
      </div>
    </dialog>
  );
}
