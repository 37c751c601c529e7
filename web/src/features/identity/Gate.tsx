import type { ReactNode } from 'react';
import { t } from '@/lib/i18n';
import styles from './Gate.module.css';

/** The page before the door: one card, one task. */
export function Gate({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <main id="main" className={styles.gate}>
      <div className={styles.brand}>
        <img src="/favicon.svg" width="28" height="28" alt="" />
        {t('app.name')}
      </div>
      <section className={`card ${styles.card}`}>
        <h1>{title}</h1>
        {note && <p className="soft">{note}</p>}
        {children}
      </section>
    </main>
  );
}
