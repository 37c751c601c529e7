import { scaleLinear, scaleUtc } from 'd3-scale';
import { line } from 'd3-shape';

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
const at = (day: string) => new Date(`${day}T00:00:00Z`);

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

  const x = scaleUtc([at(days[0]!), at(days.at(-1)!)], [margin.left, width - margin.right]);
  const y = scaleLinear([low - room, high + room], [height - margin.bottom, margin.top]);
  const path = line<{ day: string; value: number }>()
    .x((point) => x(at(point.day)))
    .y((point) => y(point.value));

  return {
    xOf: (day: string) => x(at(day)),
    yOf: (value: number) => y(value),
    yTicks: y.ticks(Math.max(2, Math.floor(height / 48))),
    xTicks: x.ticks(Math.max(2, Math.floor(width / 96))).map((date) => date.toISOString().slice(0, 10)),
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
