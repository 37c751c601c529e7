import { Suspense, useState, type ReactNode } from 'react';
import { Skeleton } from '@/ui/Skeleton';
import styles from './Opening.module.css';

type Props = { text: string; label?: string; children: (close: () => void) => ReactNode };

/** A button that opens a small form in its place. */
export function Opening({ text, label, children }: Props) {
  const [open, setOpen] = useState(false);
  if (open)
    return (
      <div className={styles.open}>
        <Suspense fallback={<Skeleton lines={2} />}>{children(() => setOpen(false))}</Suspense>
      </div>
    );
  return <SmallButton text={text} label={label} onClick={() => setOpen(true)} />;
}

type ButtonProps = { text: string; label?: string; pressed?: boolean; onClick: () => void };

export function SmallButton({ text, label, pressed, onClick }: ButtonProps) {
  return (
    <button
      type="button"
      className={`${styles.button} no-print`}
      aria-label={label}
      aria-pressed={pressed}
      onClick={onClick}
    >
      {text}
    </button>
  );
}
