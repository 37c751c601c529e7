import { daysBetween } from '@/lib/format';

export type Span = { starts_on: string; ends_on: string };

/** Where a day lies between the first and the last, as a share of the whole; a day has a width of its own. */
export function placeOf(day: string, { starts_on, ends_on }: Span) {
  const days = daysBetween(starts_on, ends_on) + 1;
  return Math.max(0, Math.min(1, daysBetween(starts_on, day) / days));
}

/** The firsts of the months within, for the axis; the start itself where the first month is cut. */
export function monthsOf({ starts_on, ends_on }: Span): string[] {
  const months = [starts_on];
  let [year, month] = starts_on.split('-').map(Number) as [number, number];
  for (;;) {
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
    const first = `${year}-${String(month).padStart(2, '0')}-01`;
    if (first > ends_on) return months;
    // Two marks close together would stand on each other.
    if (months.length === 1 && daysBetween(starts_on, first) < 10) months.pop();
    months.push(first);
  }
}

export const percent = (share: number) => `${(share * 100).toFixed(3)}%`;
