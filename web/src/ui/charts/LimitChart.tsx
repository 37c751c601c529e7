import { line } from 'd3-shape';
import { day as dayText } from '@/lib/format';
import { t } from '@/lib/i18n';
import { DayAxis } from './DayAxis';
import { Grid } from './Grid';
import { dayScale, roundDays, roundValues, scale } from './scale';
import { useWidth } from './use-width';
import styles from './Charts.module.css';

type Props = {
  title: string;
  points: { day: string; value: number; note?: string }[];
  low: number | null;
  high: number | null;
  text: (value: number) => string;
  height?: number;
};

const margin = { top: 14, right: 16, bottom: 24, left: 52 };

/** A figure over time and the zone in which it is fine; what lies outside is a square. */
export function LimitChart(props: Props) {
  return props.points.length > 0 ? <Picture {...props} /> : <p className="soft">{t('chart.empty.values')}</p>;
}

function Picture({ title, points, low, high, text, height = 240 }: Props) {
  const [frame, width] = useWidth();
  const values = [...points.map(({ value }) => value), ...[low, high].filter((limit) => limit !== null)];
  const least = Math.min(...values);
  const most = Math.max(...values);
  const room = (most - least || Math.abs(most) || 1) * 0.1;
  const range = [least - room, most + room] as const;
  const time = [points[0]!.day, points.at(-1)!.day] as const;
  const y = scale(range, [height - margin.bottom, margin.top]);
  const x = dayScale(time, [margin.left, width - margin.right]);
  const path = line<Props['points'][number]>(
    ({ day }) => x(day),
    ({ value }) => y(value),
  )(points);
  const top = high === null ? margin.top : y(high);
  const bottom = low === null ? height - margin.bottom : y(low);
  const outside = (value: number) => (low !== null && value < low) || (high !== null && value > high);

  return (
    <div ref={frame} className={styles.frame}>
      <svg
        data-chart
        className={styles.svg}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={title}
      >
        {(low !== null || high !== null) && (
          <rect
            className={styles.fine}
            x={margin.left}
            width={width - margin.left - margin.right}
            y={top}
            height={Math.max(0, bottom - top)}
          />
        )}
        <Grid values={roundValues(range, height / 48)} y={y} from={margin.left} to={width - margin.right} />
        <DayAxis days={roundDays(time, width / 110)} x={x} y={height - 6} width={width} />
        {[low, high].map(
          (limit, index) =>
            limit !== null && (
              <line
                key={index}
                className={styles.limit}
                x1={margin.left}
                x2={width - margin.right}
                y1={y(limit)}
                y2={y(limit)}
              />
            ),
        )}
        <path className={styles.line} d={path ?? ''} />
        {points.map(({ day, value, note }, index) => (
          <g key={index} className={outside(value) ? styles.off_track : undefined}>
            <title>{[dayText(day), text(value), note].filter(Boolean).join(' · ')}</title>
            {outside(value) ? (
              <rect className={styles.part} x={x(day) - 4} y={y(value) - 4} width="8" height="8" />
            ) : (
              <circle className={styles.dot} cx={x(day)} cy={y(value)} r="3" />
            )}
          </g>
        ))}
      </svg>
    </div>
  );
}
