import type { ReactNode } from 'react';
import styles from './PageHead.module.css';

type Props = { title: string; text: ReactNode; children?: ReactNode };

/** What a page is about, and beside it what can be chosen or done there. */
export const PageHead = ({ title, text, children }: Props) => (
  <header className={styles.head}>
    <div>
      <h1 dir="auto">{title}</h1>
      <p className="soft">{text}</p>
    </div>
    {children}
  </header>
);
