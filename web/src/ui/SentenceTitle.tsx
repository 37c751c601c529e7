import type { ReactNode } from 'react';
import { t } from '@/lib/i18n';
import styles from './SentenceTitle.module.css';

type Props = { title: string; level?: 1 | 2 | 3; children?: ReactNode };

/** An objective reads as the promise it is: "We will …". */
export function SentenceTitle({ title, level = 1, children }: Props) {
  const Heading = `h${level}` as const;
  return (
    <Heading className={`${styles.title} ${styles[`level${level}`]}`}>
      <span className={styles.lead}>{t('sentence.lead')}</span> <span dir="auto">{title}</span>
      {children}
    </Heading>
  );
}
