import { t } from '@/lib/i18n';
import styles from './Confidence.module.css';

/** The last confidence as a number with where it went since the one before: 7 ↑. */
export function Confidence({ value, before }: { value: number | null; before?: number | null }) {
  if (value === null)
    return (
      <span className="soft" title={t('confidence.none')}>
        <span aria-hidden="true">–</span>
        <span className="hidden-text">{t('confidence.none')}</span>
      </span>
    );
  const change = before == null || before === value ? 'same' : value > before ? 'up' : 'down';
  const arrow = { same: '', up: '↑', down: '↓' }[change];
  const words = t('confidence.words', { value, change });
  return (
    <span className={`${styles.confidence} num`} title={words}>
      <span aria-hidden="true">
        {value}
        <span className={styles.of}>/10</span>
        {arrow && ` ${arrow}`}
      </span>
      <span className="hidden-text">{words}</span>
    </span>
  );
}
