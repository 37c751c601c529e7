import { typedNumber } from '@/lib/format';
import type { components } from '@/api/schema';
import type { KeyResult, Milestone } from '../parts/shapes';
import { blankKeyResult, figure, type Shape, type WrittenKeyResult } from '../draft/written';

type Change = components['schemas']['KeyResultChange'];

/** What the form of a key result changes, the milestones that its lines are, and why. */
export type WrittenChange = WrittenKeyResult & { steps: Milestone[]; reason: string };

const typed = (value: number | null) => (value === null ? '' : typedNumber(value));
const turned = ({ direction }: KeyResult) => direction === 'rise' || direction === 'fall';

const awaitsTarget = ({ target, change_percent }: KeyResult) => target === null && change_percent !== null;
const shapeOf = (keyResult: KeyResult): Shape =>
  turned(keyResult) ? (awaitsTarget(keyResult) ? 'by' : 'change') : (keyResult.direction as Shape);

const textOf = (steps: Milestone[]) => steps.map(({ title }) => title).join('\n');
const stepsOf = ({ id }: KeyResult, milestones: Milestone[]) =>
  milestones.filter(({ key_result_id }) => key_result_id === id);

/** A key result that stands, as the form shows it. */
export const writtenOf = (keyResult: KeyResult, milestones: Milestone[]): WrittenChange => ({
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
  milestones: textOf(stepsOf(keyResult, milestones)),
  steps: stepsOf(keyResult, milestones),
  owner: keyResult.owner,
  weight: keyResult.weight === 1 ? '' : typed(keyResult.weight),
  commit: typed(keyResult.commit),
  stretch: typed(keyResult.stretch),
  counter: keyResult.counter,
  kpi_id: keyResult.kpi_id ?? '',
  reason: '',
});

/** A figure that is another one now, or was taken away; untouched, it may be a value that was measured, and is not sent. */
function changedFigure(name: string, text: string, before: string, none: number | null = null) {
  if (text === before) return {};
  return text.trim() === '' ? { [name]: none } : figure(name, text);
}

function figuresOf(written: WrittenKeyResult, before: WrittenKeyResult): Change {
  const { shape, baseline, target, by, low, high } = written;
  const start = changedFigure('baseline', baseline, before.baseline);
  if (shape === 'stay_within') return { ...start, ...figure('low', low), ...figure('high', high) };
  if (shape === 'by') return { ...start, ...(by !== before.by && figure('change_percent', by)) };
  return { ...start, ...(target !== before.target && figure('target', target)) };
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
export function changeOf(written: WrittenKeyResult, before: WrittenChange): Change {
  const { title, kind, unit, due_on, indicator, owner, weight, commit, stretch, counter, kpi_id } = written;
  const common: Change = {
    title,
    indicator: indicator || null,
    ...(counter !== before.counter && { counter }),
    ...changedFigure('weight', weight, before.weight, 1),
    ...(owner?.id !== before.owner?.id && { owner_id: owner?.id ?? null }),
    ...(due_on !== before.due_on && { due_on: due_on || null }),
  };
  if (kind === 'yes_no') return common;
  if (kind === 'milestones') return { ...common, milestones: milestonesOf(written.milestones, before.steps) };
  return {
    ...common,
    ...figuresOf(written, before),
    ...changedFigure('commit', commit, before.commit),
    ...changedFigure('stretch', stretch, before.stretch),
    unit,
    ...(kpi_id !== before.kpi_id && { kpi_id: kpi_id || null }),
  };
}
