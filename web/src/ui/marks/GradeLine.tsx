import styles from './GradeLine.module.css';

type Props = { value: number; line: number; width?: number };

/** A grade on its way to 1.0, with the line that a stretch aims at. Decoration: the words beside it say the same. */
export const GradeLine = ({ value, line, width = 96 }: Props) => (
  <svg className={styles.grade} width={width} height="16" viewBox={`0 0 ${width} 16`} aria-hidden="true">
    <rect className={styles.track} y="4" width={width} height="8" rx="4" />
    <rect
      className={value < line ? styles.below : styles.reached}
      y="4"
      width={value * width}
      height="8"
      rx="4"
    />
    <line className={styles.aim} x1={line * width} x2={line * width} y1="0" y2="16" />
  </svg>
);
