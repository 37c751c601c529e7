import { line } from 'd3-shape';
import { dayScale, roundDays, roundValues, scale } from './scale';

export type ChartPoint = { day: string; value: number; confidence?: number | null; note?: string };
export type ChartLevel = { name: 'baseline' | 'target' | 'commit' | 'stretch'; value: number };
/** A day on which the way itself was changed: another target, another due day. */
export type ChartMark = { day: string; text: string };
export type PacePoint = { day: string; value: number };

export type TrajectoryData = {
  from: string;
  until: string;
  points: ChartPoint[];
  levels: ChartLevel[];
  pace: PacePoint[];
  marks?: ChartMark[];
};

export const margin = { top: 14, right: 16, bottom: 24, left: 52 };

/** Where everything of a trajectory lies on a picture of this size. */
export function layOut(data: TrajectoryData, width: number, height: number) {
  const days = [
    data.from,
    data.until,
    ...data.points.map((point) => point.day),
    ...(data.marks ?? []).map((mark) => mark.day),
  ].sort();
  const values = [...data.points, ...data.levels, ...data.pace].map(({ value }) => value);
  const low = Math.min(...values);
  const high = Math.max(...values);
  const room = (high - low || Math.abs(high) || 1) * 0.06;

  const time = [days[0]!, days.at(-1)!] as const;
  const range = [low - room, high + room] as const;
  const x = dayScale(time, [margin.left, width - margin.right]);
  const y = scale(range, [height - margin.bottom, margin.top]);
  const path = line<{ day: string; value: number }>()
    .x((point) => x(point.day))
    .y((point) => y(point.value));

  return {
    xOf: x,
    yOf: y,
    yTicks: roundValues(range, height / 48),
    xTicks: roundDays(time, width / 96),
    valuePath: path(data.points) ?? '',
    pacePath: path(data.pace) ?? '',
  };
}

export type ChartStop = { day: string; point?: ChartPoint; mark?: ChartMark };

/** Everything there is to read on the way, in order of days. */
export const stopsOf = ({ points, marks = [] }: TrajectoryData): ChartStop[] =>
  [
    ...points.map((point): ChartStop => ({ day: point.day, point })),
    ...marks.map((mark): ChartStop => ({ day: mark.day, mark })),
  ].sort((a, b) => a.day.localeCompare(b.day));
