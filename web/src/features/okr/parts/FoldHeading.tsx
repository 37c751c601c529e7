import styles from './FoldHeading.module.css';

type Props = { text: string; open: boolean; onToggle: () => void };

/** The heading of a part that folds. */
export function FoldHeading({ text, open, onToggle }: Props) {
  return (
    <h2 className={styles.heading}>
      <button type="button" aria-expanded={open} onClick={onToggle}>
        {text}
      </button>
    </h2>
  );
}
