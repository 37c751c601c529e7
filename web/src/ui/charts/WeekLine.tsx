import { line } from 'd3-shape';
import { Fragment, type ReactNode } from 'react';
import { number } from '@/lib/format';
import { Grid } from './Grid';
import { scale } from './scale';
import { useWidth } from './use-width';
import styles from './Charts.module.css';

type Props = {
  title: string;
  points: { week: number; value: number; note?: string }[];
  weeks: number;
  now: number;
  range: [number, number];
  /** Below this it is low. */
  low: number;
  lowText: string;
  weekText: (week: number) => string;
  height?: number;
  /** What a week leads to, around how it is drawn. */
  link?: (week: number, drawn: ReactNode) => ReactNode;
};

const margin = { top: 18, right: 14, bottom: 22, left: 26 };

/** A figure by week of the cycle, over the zone where it is low. */
export function WeekLine(props: Props) {
  const { title, points, weeks, now, range, low, lowText, weekText, height = 150, link } = props;
  const around = link ?? ((_: number, drawn: ReactNode) => drawn);
  const [frame, width] = useWidth();
  const x = scale([1, Math.max(2, weeks)], [margin.left, width - margin.right]);
  const y = scale(range, [height - margin.bottom, margin.top]);
  const path = line<Props['points'][number]>(
    ({ week }) => x(week),
    ({ value }) => y(value),
  )(points);
  const touch = Math.min(24, x(2) - x(1));
  const every = Math.ceil(weeks / Math.max(3, Math.floor(width / 46)));
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
        <rect
          className={styles.zone}
          x={margin.left}
          width={width - margin.left - margin.right}
          y={y(low)}
          height={y(range[0]) - y(low)}
        />
        <text x={margin.left + 6} y={y(range[0]) - 6}>
          {lowText}
        </text>
        <Grid values={[range[0], low, range[1]]} y={y} from={margin.left} to={width - margin.right} gap={6} />
        {Array.from({ length: weeks }, (_, index) => index + 1)
          .filter((week) => (week - 1) % every === 0)
          .map((week) => (
            <text key={week} x={x(week)} y={height - 6} textAnchor="middle">
              {weekText(week)}
            </text>
          ))}
        {now >= 1 && now <= weeks && (
          <line
            className={styles.today}
            x1={x(now)}
            x2={x(now)}
            y1={margin.top}
            y2={height - margin.bottom}
          />
        )}
        {path && <path className={styles.line} d={path} />}
        {points.map(({ week, value, note }) => (
          <Fragment key={week}>
            {around(
              week,
              <g role="img" aria-label={note ?? number(value, 1)}>
                <rect
                  className={styles.touch}
                  x={x(week) - touch / 2}
                  width={touch}
                  y={margin.top}
                  height={height - margin.top}
                />
                <circle className={styles.dot} cx={x(week)} cy={y(value)} r="3.5">
                  <title>{note ?? number(value, 1)}</title>
                </circle>
              </g>,
            )}
          </Fragment>
        ))}
        {points.length > 0 && (
          <text
            className={styles.count}
            x={x(points.at(-1)!.week)}
            y={y(points.at(-1)!.value) - 8}
            textAnchor="middle"
          >
            {number(points.at(-1)!.value, 1)}
          </text>
        )}
      </svg>
    </div>
  );
}
