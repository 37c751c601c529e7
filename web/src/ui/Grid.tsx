import { number } from '@/lib/format';
import type { Scale } from './scale';
import styles from './Charts.module.css';

type Props = {
  values: number[];
  y: Scale;
  from: number;
  to: number;
  gap?: number;
  text?: (value: number) => string;
};

/** Lines across a chart, each with its value before it. */
export const Grid = ({ values, y, from, to, gap = 8, text = (value) => number(value) }: Props) =>
  values.map((value) => (
    <g key={value}>
      <line className={styles.grid} x1={from} x2={to} y1={y(value)} y2={y(value)} />
      <text x={from - gap} y={y(value) + 4} textAnchor="end">
        {text(value)}
      </text>
    </g>
  ));
