import { useId, type ReactNode } from 'react';
import { scale } from './scale';
import { useWidth } from './use-width';
import styles from './Charts.module.css';

type Props = {
  title: string;
  bars: { label: string; count: number; strong?: boolean }[];
  height?: number;
  /** A place among the bars, from 0 at the first to 1 at the last, with its word. */
  mark?: { at: number; text: string };
  /** What a bar leads to, around how it is drawn. */
  link?: (index: number, drawn: ReactNode) => ReactNode;
};

/** The share of its place that a bar takes. */
const filled = 0.78;
const margin = { top: 34, bottom: 22, side: 6 };

/** How many lie where: bars with their counts; strong ones are filled, the others hatched. */
export function Histogram({ title, bars, height = 150, mark, link }: Props) {
  const [frame, width] = useWidth();
  const id = useId();
  const around = link ?? ((_: number, drawn: ReactNode) => drawn);
  const slot = (width - 2 * margin.side) / bars.length;
  const centre = (index: number) => margin.side + slot * (index + 0.5);
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const y = scale([0, most], [height - margin.bottom, margin.top]);
  const markAt = mark && centre(mark.at * (bars.length - 1));
  return (
    <div ref={frame} className={styles.frame}>
      <svg
        data-chart
        className={styles.svg}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role={link ? 'group' : 'img'}
        aria-label={title}
      >
        <defs>
          <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect className={styles.weakGround} width="6" height="6" />
            <line className={styles.hatch} x1="0" x2="0" y1="0" y2="6" />
          </pattern>
        </defs>
        <line className={styles.axis} x1="0" x2={width} y1={y(0)} y2={y(0)} />
        {mark && (
          <g>
            <line className={styles.mark} x1={markAt} x2={markAt} y1={16} y2={y(0)} />
            <text
              className={styles.count}
              x={markAt}
              y="10"
              textAnchor={mark.at > 0.8 ? 'end' : mark.at < 0.2 ? 'start' : 'middle'}
            >
              {mark.text}
            </text>
          </g>
        )}
        {bars.map(({ label, count, strong }, index) => (
          <g key={label}>
            {count > 0 &&
              around(
                index,
                <g role="img" aria-label={`${label}: ${count}`}>
                  <rect
                    className={styles.touch}
                    x={centre(index) - slot / 2}
                    y="0"
                    width={slot}
                    height={y(0)}
                  />
                  <rect
                    className={strong ? styles.strong : styles.weak}
                    fill={strong ? undefined : `url(#${id})`}
                    x={centre(index) - (slot * filled) / 2}
                    y={y(count)}
                    width={slot * filled}
                    height={y(0) - y(count)}
                    rx="2"
                  />
                  <text className={styles.count} x={centre(index)} y={y(count) - 5} textAnchor="middle">
                    {count}
                  </text>
                </g>,
              )}
            <text x={centre(index)} y={height - 6} textAnchor="middle">
              {label}
            </text>
          </g>
        ))}
      </svg>
    </div>
  );
}
