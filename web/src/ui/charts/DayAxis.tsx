import { dayOfYear } from '@/lib/format';

type Props = { days: string[]; x: (day: string) => number; y: number; width: number };

/** The room that the longest day in words takes. */
const room = 56;

/** Days below a chart, as many as stand clear of each other; one at its end stays whole. */
export function DayAxis({ days, x, y, width }: Props) {
  const named: { day: string; at: number }[] = [];
  for (const day of days) {
    const at = Math.min(x(day), width - room / 2);
    const before = named.at(-1);
    if (!before || at - before.at >= room) named.push({ day, at });
  }
  return named.map(({ day, at }) => (
    <text key={day} x={at} y={y} textAnchor="middle">
      {dayOfYear(day)}
    </text>
  ));
}
