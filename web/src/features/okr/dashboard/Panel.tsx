import { useId, type ReactNode } from 'react';
import styles from './Panel.module.css';

type Props = { title: string; aside?: ReactNode; children: ReactNode };

export function Panel({ title, aside, children }: Props) {
  const id = useId();
  return (
    <section className={`card ${styles.panel}`} aria-labelledby={id}>
      <header className={styles.head}>
        <h3 id={id}>{title}</h3>
        {aside && <span className="soft small">{aside}</span>}
      </header>
      {children}
    </section>
  );
}
