import { today } from '@/lib/format';
import { TrajectoryChart } from '@/ui/charts/TrajectoryChart';
import type { ChartLevel, TrajectoryData } from '@/ui/charts/trajectory';
import { changedText } from './changed-field';
import { isOver, valueText } from './measure-text';
import type { Change, CheckIn, Cycle, KeyResult } from '../parts/shapes';
import { useCycle } from '../parts/use-cycle';

type Props = { keyResult: KeyResult; checkIns: CheckIn[]; changes?: Change[]; height?: number };

export function KeyResultChart({ keyResult, checkIns, changes = [], height }: Props) {
  const { cycle } = useCycle();
  return (
    <TrajectoryChart
      title={keyResult.title}
      text={(value) => valueText(value, keyResult)}
      axisText={hasWords(keyResult) ? (value, digits) => valueText(value, keyResult, digits) : undefined}
      data={{ ...trajectory(keyResult, checkIns, cycle), marks: marksOf(keyResult, changes) }}
      today={today()}
      height={height}
      over={isOver(keyResult)}
    />
  );
}

/** Shares of milestones and yes or no are no plain numbers, also on the axis. */
const hasWords = ({ kind }: KeyResult) => kind === 'milestones' || kind === 'yes_no';

/** The picture of a key result: its values by day, its levels, and the pace through what the server expects today. */
export function trajectory(
  keyResult: KeyResult,
  checkIns: CheckIn[],
  cycle: Cycle | undefined,
  now = today(),
): TrajectoryData {
  const points = checkIns
    .filter((one) => one.key_result_id === keyResult.id && one.value !== null)
    .map(({ value, at, confidence, what_happened }) => ({
      day: today(new Date(at)),
      value: value!,
      confidence,
      note: what_happened || undefined,
    }))
    .reverse();
  const from = cycle?.starts_on ?? points[0]?.day ?? now;
  const until = keyResult.due_on;
  return { from, until, points, levels: levelsOf(keyResult), pace: paceOf(keyResult, until, now) };
}

const measured = ['baseline', 'target', 'low', 'high', 'commit', 'stretch', 'due_on'];

/** The days on which the way itself was changed. */
const marksOf = ({ id }: KeyResult, changes: Change[]) =>
  changes
    .filter(({ key_result_id, field }) => key_result_id === id && measured.includes(field))
    .map(({ field, before, after, reason, at }) => ({
      day: today(new Date(at)),
      text: [changedText({ field, before, after }), reason].filter(Boolean).join('. '),
    }));

function levelsOf({ direction, baseline, target, low, high, commit, stretch }: KeyResult): ChartLevel[] {
  if (direction === 'stay_within')
    return [low, high].filter((level) => level !== null).map((value) => ({ name: 'target', value }));
  return [
    { name: 'baseline' as const, value: baseline },
    { name: 'commit' as const, value: commit },
    { name: 'target' as const, value: target },
    { name: 'stretch' as const, value: stretch },
  ].filter((level): level is ChartLevel => level.value !== null);
}

function paceOf(
  { kind, direction, baseline, target, expected_progress, expected_value, paced_from }: KeyResult,
  until: string,
  now: string,
) {
  if (kind === 'yes_no' || (direction !== 'rise' && direction !== 'fall')) return [];
  if (expected_progress === null) return []; // what is over has no pace
  if (baseline === null || target === null) return [];
  const today = expected_value !== null && now > paced_from && now < until;
  const between = today ? [{ day: now, value: expected_value }] : [];
  return [{ day: paced_from, value: baseline }, ...between, { day: until, value: target }];
}
