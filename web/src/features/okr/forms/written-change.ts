import { typedNumber } from '@/lib/format';
import type { components } from '@/api/schema';
import type { KeyResult, Milestone } from '../parts/shapes';
import { blankKeyResult, figure, type Shape, type WrittenKeyResult } from '../draft/written';

type Change = components['schemas']['KeyResultChange'];

const typed = (value: number | null) => (value === null ? '' : typedNumber(value));
const turned = ({ direction }: KeyResult) => direction === 'rise' || direction === 'fall';

const awaitsTarget = ({ target, change_percent }: KeyResult) => target === null && change_percent !== null;
const shapeOf = (keyResult: KeyResult): Shape =>
  turned(keyResult) ? (awaitsTarget(keyResult) ? 'by' : 'change') : (keyResult.direction as Shape);

/** A key result that stands, as the form shows it. */
export const writtenOf = (keyResult: KeyResult, milestones: Milestone[]): WrittenKeyResult => ({
  ...blankKeyResult,
  title: keyResult.title,
  kind: keyResult.kind,
  shape: shapeOf(keyResult),
  way: keyResult.direction === 'fall' ? 'fall' : 'rise',
  baseline: typed(keyResult.baseline),
  target: typed(keyResult.target),
  by: typed(keyResult.change_percent),
  low: typed(keyResult.low),
  high: typed(keyResult.high),
  unit: keyResult.unit,
  due_on: keyResult.due_on,
  indicator: keyResult.indicator ?? '',
  milestones: milestones.map(({ title }) => title).join('\n'),
  owner: keyResult.owner,
  weight: keyResult.weight === 1 ? '' : typed(keyResult.weight),
  commit: typed(keyResult.commit),
  stretch: typed(keyResult.stretch),
  counter: keyResult.counter,
  kpi_id: keyResult.kpi_id ?? '',
});

/** A figure that is another one now, or was taken away; untouched, it may be a value that was measured, and is not sent. */
function changedFigure(name: string, text: string, before: number | null, none: number | null = null) {
  if (text === (before === none ? '' : typed(before))) return {};
  return text.trim() === '' ? { [name]: none } : figure(name, text);
}

function figuresOf(written: WrittenKeyResult, keyResult: KeyResult): Change {
  const { shape, baseline, target, by, low, high } = written;
  const start = changedFigure('baseline', baseline, keyResult.baseline);
  if (shape === 'stay_within') return { ...start, ...figure('low', low), ...figure('high', high) };
  if (shape === 'by')
    return { ...start, ...(by !== typed(keyResult.change_percent) && figure('change_percent', by)) };
  return { ...start, ...(target !== typed(keyResult.target) && figure('target', target)) };
}

/** Lines that are still as they were keep the day they were reached; so does a line that was reworded in place. */
function milestonesOf(text: string, before: Milestone[]): Change['milestones'] {
  const titles = text.split('\n').filter((line) => line.trim());
  const kept = new Set(before.filter(({ title }) => titles.includes(title)).map(({ id }) => id));
  return titles.map((title, index) => {
    const same = before.find((one) => one.title === title);
    const inPlace = before.length === titles.length ? before[index] : undefined;
    const is = same ?? (inPlace && !kept.has(inPlace.id) ? inPlace : undefined);
    return { title, ...(is && { id: is.id, weight: is.weight, due_on: is.due_on }) };
  });
}

/** What the form changes. The due day is sent only when it is another one: untouched, it may be the cycle's own. */
export function changeOf(written: WrittenKeyResult, keyResult: KeyResult, before: Milestone[]): Change {
  const { title, kind, unit, due_on, indicator, owner, weight, commit, stretch, counter, kpi_id } = written;
  const common: Change = {
    title,
    indicator: indicator || null,
    ...(counter !== keyResult.counter && { counter }),
    ...changedFigure('weight', weight, keyResult.weight, 1),
    ...(owner?.id !== keyResult.owner.id && { owner_id: owner?.id ?? null }),
    ...(due_on !== keyResult.due_on && { due_on: due_on || null }),
  };
  if (kind === 'yes_no') return common;
  if (kind === 'milestones') return { ...common, milestones: milestonesOf(written.milestones, before) };
  return {
    ...common,
    ...figuresOf(written, keyResult),
    ...changedFigure('commit', commit, keyResult.commit),
    ...changedFigure('stretch', stretch, keyResult.stretch),
    unit,
    ...((kpi_id || null) !== keyResult.kpi_id && { kpi_id: kpi_id || null }),
  };
}
