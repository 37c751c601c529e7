import type { ReactNode } from 'react';
import styles from './TabLinks.module.css';

/** Links to sibling pages, drawn as tabs; the current one marks itself with aria-current. */
export function TabLinks({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav aria-label={label} className={`${styles.tabs} no-print`}>
      {children}
    </nav>
  );
}
