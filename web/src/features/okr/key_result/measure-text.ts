import { about, day as dayText, digitsBeside, percent, quantity, score } from '@/lib/format';
import { t } from '@/lib/i18n';
import type { CheckIn, KeyResult, Measure } from '../parts/shapes';

/** The unit a value is written with. */
export const unitOf = ({ kind, unit }: Pick<Measure, 'kind' | 'unit'>) =>
  unit || (kind === 'percent' ? '%' : '');

/** A value of this measure as people say it: 33 h, yes, 40 %. */
export function valueText(value: number, measure: Pick<Measure, 'kind' | 'unit'>, digits?: number) {
  if (measure.kind === 'yes_no') return t(value >= 1 ? 'value.yes' : 'value.no');
  if (measure.kind === 'milestones') return quantity(percent(value), '%');
  return quantity(value, unitOf(measure), digits);
}

/** Where a value comes from. */
export const sourceText = ({ source, token, author }: CheckIn) =>
  t(`source.${source}`, { token, name: author.name });

/** As short as a bar allows: a unit that is a word stands beside the value already. The ends are told apart. */
function shortText(value: number, measure: Measure) {
  const { kind, baseline, target, low, high } = measure;
  const unit = unitOf(measure);
  const short = unit.length <= 3;
  const digits = digitsBeside(value, [baseline, target, low, high]);
  return valueText(value, { kind, unit: short ? unit : '' }, digits);
}

/** Both ends of the bar; a limit that is kept has one. */
export function endTexts(measure: Measure): [from: string, to: string] {
  const text = (value: number) => shortText(value, measure);
  const { direction, baseline, target, low, high } = measure;
  if (direction === 'stay_within') return ['', rangeText(low, high, text)];
  if (target === null) return ['', changeText(measure)];
  if (direction === 'stay_above') return ['', `≥ ${text(target)}`];
  if (direction === 'stay_below') return ['', `≤ ${text(target)}`];
  return [baseline === null ? '' : text(baseline), text(target)];
}

function rangeText(low: number | null, high: number | null, text: (value: number) => string) {
  if (low === null) return high === null ? '' : `≤ ${text(high)}`;
  return high === null ? `≥ ${text(low)}` : `${text(low)} – ${text(high)}`;
}

/** The target before there is a first value: +15%. */
const changeText = ({ change_percent }: Measure) => {
  if (change_percent === null) return '';
  return `${change_percent > 0 ? '+' : ''}${quantity(change_percent, '%')}`;
};

/** What is over has no pace, and nothing more is to come. */
export const isOver = ({ expected_progress }: Pick<KeyResult, 'expected_progress'>) =>
  expected_progress === null;

export const noValueText = (keyResult: KeyResult) => t(isOver(keyResult) ? 'value.never' : 'value.none');

/** The newest value; what has not reached its target, or lies beyond a limit, is never written as if it stood on it. */
export function currentText(keyResult: KeyResult) {
  const { current, target, low, high } = keyResult;
  if (current === null) return noValueText(keyResult);
  return valueText(current, keyResult, digitsBeside(current, [target, low, high]));
}

/** Where the pace would have it today: a figure of ours, no more exact than those that people gave. */
export function expectedText(keyResult: KeyResult) {
  const { expected_value, baseline, target, current } = keyResult;
  if (expected_value === null) return undefined;
  const given = [baseline, target, current].filter((one) => one !== null);
  return valueText(about(expected_value, given), keyResult);
}

/** Where its way begins, where nobody wrote that; nothing where somebody did. */
export function startText(keyResult: KeyResult) {
  const { kind, direction, baseline, baseline_on, progress } = keyResult;
  if (kind === 'yes_no' || kind === 'milestones') return undefined;
  if (baseline !== null)
    return baseline_on === null
      ? undefined
      : t('measure.from-first', { value: valueText(baseline, keyResult), day: dayText(baseline_on) });
  if (direction !== 'rise' && direction !== 'fall') return t('measure.kept-or-broken');
  return progress === null ? t('measure.no-start') : t('measure.had-target');
}

/** What the bar shows, in words. */
export function barLabel(keyResult: KeyResult) {
  const { title, progress, expected_progress } = keyResult;
  const label = t(expected_progress === null ? 'bar.label.over' : 'bar.label', {
    title,
    value: currentText(keyResult),
    target: endTexts(keyResult)[1],
    progress: progress === null ? '–' : score(progress),
    pace: expected_progress === null ? '' : score(expected_progress),
  });
  return [label, startText(keyResult)].filter(Boolean).join(', ');
}

export const gradeText = (grade: number | null) => (grade === null ? '–' : score(grade));

/** What stands beside the status of an objective: its grade once it is closed, its progress until then. */
export function scoreOf({ grade, progress }: { grade: number | null; progress: number | null }) {
  return gradeText(grade ?? progress);
}
