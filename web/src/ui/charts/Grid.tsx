import { digitsApart, number } from '@/lib/format';
import type { Scale } from './scale';
import styles from './Charts.module.css';

type Props = {
  values: number[];
  y: Scale;
  from: number;
  to: number;
  gap?: number;
  text?: (value: number, digits: number) => string;
};

/** Lines across a chart, each with its value before it; no two say the same. */
export function Grid({ values, y, from, to, gap = 8, text = number }: Props) {
  const digits = digitsApart(values);
  return values.map((value) => (
    <g key={value}>
      <line className={styles.grid} x1={from} x2={to} y1={y(value)} y2={y(value)} />
      <text x={from - gap} y={y(value) + 4} textAnchor="end">
        {text(value, digits)}
      </text>
    </g>
  ));
}
