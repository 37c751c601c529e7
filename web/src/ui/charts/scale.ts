import { ticks } from 'd3-array';
import { utcTicks } from 'd3-time';

export type Scale = (value: number) => number;
type Pair = readonly [number, number];

/** From values to places along a line; values that are all the same lie in its middle. */
export const scale =
  ([low, high]: Pair, [from, to]: Pair): Scale =>
  (value) =>
    from + (to - from) * (high === low ? 0.5 : (value - low) / (high - low));

/** About `count` round values in this range, for the lines of a grid. */
export const roundValues = ([low, high]: Pair, count: number) =>
  ticks(low, high, Math.max(2, Math.floor(count)));

const at = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** The same for days, written as 2026-04-01. */
export function dayScale([first, last]: readonly [string, string], place: Pair) {
  const along = scale([at(first), at(last)], place);
  return (day: string) => along(at(day));
}

/** About `count` days at which a person would put a mark: firsts of a month, Sundays. */
export const roundDays = ([first, last]: readonly [string, string], count: number) =>
  utcTicks(new Date(at(first)), new Date(at(last)), Math.max(2, Math.floor(count))).map((day) =>
    day.toISOString().slice(0, 10),
  );
