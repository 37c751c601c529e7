import type { ReactNode } from 'react';
import styles from './FactPart.module.css';

type Props = { title: string; add?: ReactNode; children: ReactNode[] };

/** One list beside an objective, with the way to add to it. */
export function FactPart({ title, add, children }: Props) {
  if (children.length === 0 && !add) return null;
  return (
    <section className={children.length ? undefined : 'no-print'}>
      <h2 className="caps">{title}</h2>
      {children.length > 0 && <ul>{children}</ul>}
      {add}
    </section>
  );
}

/** What can be done to one line. */
export const LineActions = ({ children }: { children: ReactNode }) => (
  <span className={`${styles.does} no-print`}>{children}</span>
);
