import { t } from '@/lib/i18n';
import styles from './WriteObjective.module.css';

/** The promise as it reads so far; the server builds it. */
export function Sentence({ text }: { text: string | undefined }) {
  return (
    <p className={text ? styles.promise : styles.unwritten} aria-live="polite" dir="auto">
      {text ?? t('write.sentence')}
    </p>
  );
}
