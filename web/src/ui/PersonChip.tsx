import styles from './PersonChip.module.css';

export const initials = (name: string) =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => [...word][0]!.toUpperCase())
    .filter((_, index, all) => index === 0 || index === all.length - 1)
    .join('');

/** A person as a disc with initials; `bare` keeps the name for screen readers and the pointer. */
export function PersonChip({ name, bare }: { name: string; bare?: boolean }) {
  return (
    <span className={styles.chip} title={bare ? name : undefined}>
      <span className={styles.disc} aria-hidden="true">
        {initials(name)}
      </span>
      <span className={bare ? 'hidden-text' : styles.name} dir="auto">
        {name}
      </span>
    </span>
  );
}
