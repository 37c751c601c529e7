import type { ReactNode } from 'react';
import { Icon, type IconName } from '@/ui/icons';
import styles from './Steps.module.css';

type Props = { title: string; level?: 1 | 2; text: string; children: ReactNode };

/** Ways to begin, the first one first. */
export const Steps = ({ title, level = 2, text, children }: Props) => (
  <section className={`card ${styles.steps}`}>
    {level === 1 ? <h1>{title}</h1> : <h2>{title}</h2>}
    <p className="soft">{text}</p>
    <ol>{children}</ol>
  </section>
);

export const Step = ({ icon, text, children }: { icon: IconName; text: string; children: ReactNode }) => (
  <li>
    <Icon name={icon} size={18} />
    <span dir="auto">{text}</span>
    {children}
  </li>
);
