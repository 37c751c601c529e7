import { useId, useState } from 'react';
import { day as dayText, number } from '@/lib/format';
import { t } from '@/lib/i18n';
import { ChartFrame, type Cell } from './ChartFrame';
import { DayAxis } from './DayAxis';
import { Grid } from './Grid';
import { layOut, margin, stopsOf, type ChartStop, type TrajectoryData } from './trajectory';
import { useWidth } from './use-width';
import styles from './TrajectoryChart.module.css';

type Text = (value: number) => string;
type Props = {
  title: string;
  data: TrajectoryData;
  today: string;
  /** A value as people say it, with its unit; and as it stands beside the axis. */
  text: Text;
  axisText?: (value: number, digits: number) => string;
  height?: number;
  /** Nothing more is to come. */
  over?: boolean;
};

/** Values against the expected pace and the target; every value can be walked to by keyboard. */
export function TrajectoryChart(props: Props) {
  const { title, data, text } = props;
  return (
    <ChartFrame
      title={summary(title, text, data)}
      file={title}
      columns={[t('chart.day'), t('chart.value'), t('chart.confidence'), t('chart.note')]}
      rows={rowsOf(data)}
      text={(value, column) => shown(value, column, text)}
      legend={<Legend data={data} text={text} />}
    >
      <Picture {...props} />
    </ChartFrame>
  );
}

function Picture({ title, data, today, text, axisText = number, height = 220, over }: Props) {
  const [frame, width] = useWidth();
  const [chosen, setChosen] = useState<number | null>(null);
  const titleId = useId();
  const plot = layOut(data, width, height);
  const inTime = today >= data.from && today <= data.until;
  const stops = stopsOf(data);
  const stop = chosen === null ? undefined : stops[chosen];
  const choose = (at: number) => ({
    onPointerEnter: () => setChosen(at),
    onPointerLeave: () => setChosen(null),
  });
  const heightOf = ({ point }: ChartStop) => (point ? plot.yOf(point.value) : margin.top);

  return (
    <div ref={frame} className={styles.frame}>
      <svg
        data-chart
        className={styles.svg}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-labelledby={titleId}
      >
        <title id={titleId}>{summary(title, text, data)}</title>
        <Grid
          values={plot.yTicks}
          y={plot.yOf}
          from={margin.left}
          to={width - margin.right}
          text={axisText}
        />
        <DayAxis days={plot.xTicks} x={plot.xOf} y={height - 6} width={width} />
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
        {stops.map((at, index) => (
          <g key={index} {...choose(index)}>
            <Stop stop={at} x={plot.xOf(at.day)} y={heightOf(at)} until={height - margin.bottom} />
          </g>
        ))}
        {stop && <circle className={styles.chosen} cx={plot.xOf(stop.day)} cy={heightOf(stop)} r="8" />}
      </svg>
      {stops.length > 0 && (
        <input
          type="range"
          className={`${styles.walk} no-print`}
          aria-label={t('chart.walk', { title })}
          aria-valuetext={spoken(stops[chosen ?? stops.length - 1]!, text)}
          min={0}
          max={stops.length - 1}
          value={chosen ?? stops.length - 1}
          onFocus={() => setChosen(stops.length - 1)}
          onBlur={() => setChosen(null)}
          onChange={(event) => setChosen(Number(event.currentTarget.value))}
        />
      )}
      {stop && <Note stop={stop} text={text} x={plot.xOf(stop.day)} width={width} y={heightOf(stop)} />}
      {data.points.length === 0 && <p className={styles.empty}>{t(over ? 'chart.over' : 'chart.empty')}</p>}
    </div>
  );
}

type StopProps = { stop: ChartStop; x: number; y: number };

function Stop({ stop: { point }, x, y, until }: StopProps & { until: number }) {
  if (point)
    return (
      <>
        <circle className={styles.reach} cx={x} cy={y} r="14" />
        <circle className={point.note ? styles.noted : styles.dot} cx={x} cy={y} r="4" />
      </>
    );
  return (
    <>
      <line className={styles.mark} x1={x} x2={x} y1={y} y2={until} />
      <path className={styles.flag} d={`M${x} ${y - 6}h10l-3 4 3 4h-10z`} />
      <circle className={styles.reach} cx={x} cy={y} r="14" />
    </>
  );
}

function Note({ stop, text, x, y, width }: StopProps & { text: Text; width: number }) {
  const toLeft = x > width / 2;
  const { point, mark, day } = stop;
  return (
    <div
      className={styles.note}
      style={{ insetBlockStart: y + 10, ...(toLeft ? { right: width - x + 8 } : { left: x + 8 }) }}
    >
      {point && <strong className="num">{text(point.value)}</strong>}{' '}
      <span className="soft">{dayText(day)}</span>
      {(point?.note ?? mark) && <p dir="auto">{point?.note ?? mark?.text}</p>}
    </div>
  );
}

const spoken = ({ day, point, mark }: ChartStop, text: Text) =>
  [dayText(day), point && text(point.value), point?.note, mark?.text].filter(Boolean).join(', ');

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
    ...(data.marks?.length ? [{ style: styles.mark, label: t('chart.change') }] : []),
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

const rowsOf = (data: TrajectoryData): Cell[][] =>
  stopsOf(data)
    .reverse()
    .map(({ day, point, mark }) => [
      day,
      point?.value ?? null,
      point?.confidence ?? null,
      point?.note ?? mark?.text ?? '',
    ]);

function shown(value: Cell, column: number, text: Text) {
  if (value === null) return '–';
  if (column === 0) return dayText(String(value));
  return column === 1 ? text(Number(value)) : value;
}

function summary(title: string, text: Text, { levels, points }: TrajectoryData) {
  const value = (name: string) => {
    const found = levels.find((level) => level.name === name)?.value;
    return found === undefined ? '' : text(found);
  };
  const last = points.at(-1);
  return t('chart.summary', {
    title,
    way: wayOf(value('baseline'), value('target')),
    baseline: value('baseline'),
    target: value('target'),
    count: points.length,
    last: last ? text(last.value) : 'none',
    day: last ? dayText(last.day) : '',
  });
}

function wayOf(from: string, to: string) {
  if (from) return to ? 'both' : 'from';
  return to ? 'to' : 'none';
}
