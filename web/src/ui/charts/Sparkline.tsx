import { line } from 'd3-shape';
import { scale } from './scale';
import styles from './Charts.module.css';

type Props = { values: number[]; low: number | null; high: number | null; width?: number; height?: number };

/** The last values as a small line between their limits. Decoration: the words beside it say the same. */
export function Sparkline({ values, low, high, width = 88, height = 26 }: Props) {
  if (values.length < 2) return <svg width={width} height={height} aria-hidden="true" />;
  const seen = [...values, ...[low, high].filter((limit) => limit !== null)];
  const x = scale([0, values.length - 1], [2, width - 5]);
  const y = scale([Math.min(...seen), Math.max(...seen)], [height - 4, 4]);
  const path = line<number>(
    (_, index) => x(index),
    (value) => y(value),
  )(values);
  return (
    <svg className={styles.spark} width={width} height={height} aria-hidden="true">
      {[low, high].map(
        (limit, index) =>
          limit !== null && (
            <line key={index} className={styles.limit} x1="0" x2={width} y1={y(limit)} y2={y(limit)} />
          ),
      )}
      <path className={styles.line} d={path ?? ''} />
      <circle className={styles.end} cx={x(values.length - 1)} cy={y(values.at(-1)!)} r="2.6" />
    </svg>
  );
}
