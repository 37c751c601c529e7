import { t } from '@/lib/i18n';
import { Icon } from '@/ui/icons';
import type { Advice } from './shapes';
import styles from './AdviceList.module.css';

/** What a colleague would say. It never blocks. */
export function AdviceList({ advice }: { advice: Advice[] }) {
  if (advice.length === 0) return null;
  return (
    <ul className={styles.list}>
      {advice.map((one, index) => (
        <li key={index} className={styles[one.strength]}>
          <Icon name="help" size={16} />
          <span>{adviceText(one)}</span>
        </li>
      ))}
    </ul>
  );
}

export const adviceText = ({ hint, value, limit, words, drafts }: Advice) =>
  [t(`advice.${hint}`, { value, limit, words }), drafts > 0 && t('advice.drafts', { count: drafts })]
    .filter(Boolean)
    .join(' ');
