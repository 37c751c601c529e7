import { useId, useState } from 'react';
import { day as dayText, dayOfYear, number } from '@/lib/format';
import { t } from '@/lib/i18n';
import { layOut, margin, type ChartPoint, type TrajectoryData } from './trajectory';
import { useWidth } from './use-width';
import styles from './TrajectoryChart.module.css';

type Text = (value: number) => string;
type Props = {
  title: string;
  data: TrajectoryData;
  today: string;
  /** A value as people say it, with its unit; and as it stands beside the axis. */
  text: Text;
  axisText?: Text;
  height?: number;
};

/** Values against the expected pace and the target, with the same facts as a table one button away. */
export function TrajectoryChart(props: Props) {
  const [asTable, setAsTable] = useState(false);
  return (
    <figure className={styles.figure}>
      {asTable ? <PointTable {...props} /> : <Picture {...props} />}
      <figcaption className={styles.caption}>
        {!asTable && <Legend data={props.data} text={props.text} />}
        <button type="button" className={`${styles.twin} no-print`} onClick={() => setAsTable(!asTable)}>
          {t(asTable ? 'chart.picture' : 'chart.table')}
        </button>
      </figcaption>
    </figure>
  );
}

function Picture({ title, data, today, text, axisText = number, height = 220 }: Props) {
  const [frame, width] = useWidth();
  const [chosen, setChosen] = useState<number | null>(null);
  const titleId = useId();
  const plot = layOut(data, width, height);
  const inTime = today >= data.from && today <= data.until;
  const point = chosen === null ? undefined : data.points[chosen];

  return (
    <div ref={frame} className={styles.frame}>
      <svg className={styles.svg} width={width} height={height} role="img" aria-labelledby={titleId}>
        <title id={titleId}>{summary(title, text, data)}</title>
        {plot.yTicks.map((value) => (
          <g key={value}>
            <line
              className={styles.grid}
              x1={margin.left}
              x2={width - margin.right}
              y1={plot.yOf(value)}
              y2={plot.yOf(value)}
            />
            <text x={margin.left - 8} y={plot.yOf(value) + 4} textAnchor="end">
              {axisText(value)}
            </text>
          </g>
        ))}
        {plot.xTicks.map((day) => (
          <text key={day} x={plot.xOf(day)} y={height - 6} textAnchor="middle">
            {dayOfYear(day)}
          </text>
        ))}
        {inTime && (
          <line
            className={styles.today}
            x1={plot.xOf(today)}
            x2={plot.xOf(today)}
            y1={margin.top}
            y2={height - margin.bottom}
          />
        )}
        {data.levels.map(({ name, value }) => (
          <line
            key={name}
            className={`${styles.level} ${styles[name]}`}
            x1={margin.left}
            x2={width - margin.right}
            y1={plot.yOf(value)}
            y2={plot.yOf(value)}
          />
        ))}
        <path className={styles.pace} d={plot.pacePath} />
        <path className={styles.value} d={plot.valuePath} />
        {data.points.map((at, index) => (
          <g key={index} onPointerEnter={() => setChosen(index)} onPointerLeave={() => setChosen(null)}>
            <circle className={styles.reach} cx={plot.xOf(at.day)} cy={plot.yOf(at.value)} r="14" />
            <circle
              className={at.note ? styles.noted : styles.dot}
              cx={plot.xOf(at.day)}
              cy={plot.yOf(at.value)}
              r="4"
            />
          </g>
        ))}
      </svg>
      {point && (
        <Note point={point} text={text} x={plot.xOf(point.day)} width={width} y={plot.yOf(point.value)} />
      )}
      {data.points.length === 0 && <p className={styles.empty}>{t('chart.empty')}</p>}
    </div>
  );
}

function Note({
  point,
  text,
  x,
  y,
  width,
}: {
  point: ChartPoint;
  text: Text;
  x: number;
  y: number;
  width: number;
}) {
  const toLeft = x > width / 2;
  return (
    <div
      className={styles.note}
      style={{ insetBlockStart: y + 10, ...(toLeft ? { right: width - x + 8 } : { left: x + 8 }) }}
    >
      <strong className="num">{text(point.value)}</strong> <span className="soft">{dayText(point.day)}</span>
      {point.note && <p dir="auto">{point.note}</p>}
    </div>
  );
}

function Legend({ data, text }: { data: TrajectoryData; text: Text }) {
  const lines = [
    { style: styles.value, label: t('chart.values') },
    ...(data.pace.length ? [{ style: styles.pace, label: t('chart.pace') }] : []),
    ...data.levels
      .filter(({ name }) => name !== 'baseline')
      .map(({ name, value }) => ({
        style: `${styles.level} ${styles[name]}`,
        label: `${t(`chart.${name}`)} ${text(value)}`,
      })),
  ];
  return (
    <ul className={styles.legend}>
      {lines.map(({ style, label }) => (
        <li key={label}>
          <svg width="22" height="8" aria-hidden="true">
            <line className={style} x1="0" x2="22" y1="4" y2="4" />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}

function PointTable({ title, text, data }: Props) {
  return (
    <table className={styles.table}>
      <caption className="hidden-text">{summary(title, text, data)}</caption>
      <thead>
        <tr>
          <th scope="col">{t('chart.day')}</th>
          <th scope="col">{t('chart.value')}</th>
          <th scope="col">{t('chart.confidence')}</th>
          <th scope="col">{t('chart.note')}</th>
        </tr>
      </thead>
      <tbody>
        {[...data.points].reverse().map((point, index) => (
          <tr key={index}>
            <th scope="row">{dayText(point.day)}</th>
            <td className="num">{text(point.value)}</td>
            <td className="num">{point.confidence ?? '–'}</td>
            <td dir="auto">{point.note}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function summary(title: string, text: Text, { levels, points }: TrajectoryData) {
  const value = (name: string) => levels.find((level) => level.name === name)?.value;
  const last = points.at(-1);
  return t('chart.summary', {
    title,
    baseline: text(value('baseline') ?? 0),
    target: text(value('target') ?? 0),
    count: points.length,
    last: last ? text(last.value) : 'none',
    day: last ? dayText(last.day) : '',
  });
}
