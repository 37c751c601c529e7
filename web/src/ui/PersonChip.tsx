import { t } from '@/lib/i18n';
import styles from './PersonChip.module.css';

export const initials = (name: string) =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => [...word][0]!.toUpperCase())
    .filter((_, index, all) => index === 0 || index === all.length - 1)
    .join('');

type Props = { name: string; bare?: boolean; left?: boolean };

/** A person as a disc with initials; `bare` keeps the name for screen readers and the pointer. Who has left is marked. */
export function PersonChip({ name, bare, left }: Props) {
  const words = left ? t('person.has-left', { name }) : name;
  return (
    <span className={`${styles.chip} ${left ? styles.left : ''}`} title={bare ? words : undefined}>
      <span className={styles.disc} aria-hidden="true">
        {initials(name)}
      </span>
      <span className={bare ? 'hidden-text' : styles.name} dir="auto">
        {words}
      </span>
    </span>
  );
}
