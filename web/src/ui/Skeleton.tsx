import { t } from '@/lib/i18n';
import styles from './Skeleton.module.css';

/** The outline of what is on its way. */
export function Skeleton({ lines = 6, tall }: { lines?: number; tall?: boolean }) {
  return (
    <div className={styles.skeleton} role="status">
      <span className="hidden-text">{t('loading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        <i key={line} className={tall ? styles.tall : undefined} />
      ))}
    </div>
  );
}
