import { about, quantity, score } from '@/lib/format';
import { t } from '@/lib/i18n';
import type { KeyResult, Measure, Standing } from './shapes';

/** The unit a value is written with. */
export const unitOf = ({ kind, unit }: Pick<Measure, 'kind' | 'unit'>) =>
  unit || (kind === 'percent' ? '%' : '');

/** A value of this measure as people say it: 33 h, yes, 40 %. */
export function valueText(value: number, measure: Pick<Measure, 'kind' | 'unit'>) {
  if (measure.kind === 'yes_no') return t(value >= 1 ? 'value.yes' : 'value.no');
  if (measure.kind === 'milestones') return quantity(Math.round(value * 100), '%');
  return quantity(value, unitOf(measure));
}

/** As short as a bar allows: a unit that is a word stands beside the value already. */
function shortText(value: number, measure: Measure) {
  const unit = unitOf(measure);
  const short = unit.length <= 3;
  return valueText(value, { kind: measure.kind, unit: short ? unit : '' });
}

/** Both ends of the bar; a limit that is kept has one. */
export function endTexts(measure: Measure): [from: string, to: string] {
  const text = (value: number) => shortText(value, measure);
  if (measure.direction === 'stay_above') return ['', `≥ ${text(measure.target)}`];
  if (measure.direction === 'stay_below') return ['', `≤ ${text(measure.target)}`];
  if (measure.direction === 'stay_within')
    return ['', `${text(measure.low ?? 0)} – ${text(measure.high ?? 0)}`];
  return [text(measure.baseline), text(measure.target)];
}

export const currentText = (keyResult: KeyResult) =>
  keyResult.current === null ? t('value.none') : valueText(keyResult.current, keyResult);

/** Where the pace would have it today: a figure of ours, no more exact than those that people gave. */
export function expectedText(keyResult: KeyResult) {
  const { expected_value, baseline, target, current } = keyResult;
  if (expected_value === null) return undefined;
  return valueText(about(expected_value, [baseline, target, current ?? target]), keyResult);
}

/** What the bar shows, in words. */
export function barLabel(keyResult: KeyResult) {
  const { title, progress, expected_progress } = keyResult;
  return t(expected_progress === null ? 'bar.label.over' : 'bar.label', {
    title,
    value: currentText(keyResult),
    target: endTexts(keyResult)[1],
    progress: progress === null ? '–' : score(progress),
    pace: expected_progress === null ? '' : score(expected_progress),
  });
}

/** Why a status is what it is, in one line. */
export function reasonText({ reasons }: Standing) {
  const figure = (why: string, value: number) =>
    why === 'behind_pace' || why === 'target_reached' ? score(value) : value;
  return reasons
    .map(({ why, value, against }) =>
      t(`reason.${why}`, { value: figure(why, value), against: figure(why, against) }),
    )
    .join(' · ');
}

/** How late a stale one is; nothing for any other. */
export const statusDetail = (standing: Standing) =>
  standing.status === 'stale' ? lateDetail(standing) : undefined;

/** Also beside a known risk. */
export const lateDetail = ({ days_late }: Standing) =>
  days_late > 0 ? t('status.days-late', { days: days_late }) : undefined;

export const gradeText = (grade: number | null) => (grade === null ? '–' : score(grade));

/** What stands beside the status of an objective: its grade once it is closed, its progress until then. */
export function scoreOf({ grade, progress }: { grade: number | null; progress: number | null }) {
  return gradeText(grade ?? progress);
}
