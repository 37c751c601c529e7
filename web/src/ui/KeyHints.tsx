import styles from './KeyHints.module.css';

/** The keys that work here, small and out of the way; not shown where there is no keyboard. */
export function KeyHints({ hints }: { hints: [key: string, does: string][] }) {
  return (
    <ul className={styles.hints}>
      {hints.map(([key, does]) => (
        <li key={key}>
          <kbd>{key}</kbd> {does}
        </li>
      ))}
    </ul>
  );
}
