import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

type Props = { title: string; level?: 1 | 2; children?: ReactNode; action?: ReactNode };

/** Nothing here yet: what this place is for, and the one thing to do next. */
export function EmptyState({ title, level = 2, children, action }: Props) {
  const Heading = `h${level}` as const;
  return (
    <section className={styles.empty}>
      <svg width="72" height="36" viewBox="0 0 72 36" aria-hidden="true">
        <path d="M2 34C16 34 18 20 30 20s12-12 22-12" className={styles.path} />
        <path d="M52 30V3h14l-4 5 4 5H52" className={styles.flag} />
      </svg>
      <Heading className={styles.title}>{title}</Heading>
      {children && <p>{children}</p>}
      {action}
    </section>
  );
}
