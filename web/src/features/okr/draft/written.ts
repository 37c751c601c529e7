import { readNumber } from '@/lib/format';
import type { PersonName } from '@/lib/people';
import type { NewKeyResult, NewObjective } from '../parts/shapes';

export type Shape = 'change' | 'by' | 'stay_above' | 'stay_below' | 'stay_within';

/** A key result as it stands in the form: figures as typed. */
export type WrittenKeyResult = {
  title: string;
  kind: NonNullable<NewKeyResult['kind']>;
  shape: Shape;
  /** Which way is better, where no baseline says so. */
  way: 'rise' | 'fall';
  baseline: string;
  target: string;
  by: string;
  low: string;
  high: string;
  unit: string;
  due_on: string;
  indicator: '' | 'leading' | 'lagging';
  milestones: string;
  /** The accountable person where nobody is named. */
  owner: PersonName | null;
  weight: string;
  commit: string;
  stretch: string;
  /** What must not get worse meanwhile. */
  counter: string;
  kpi_id: string;
};

export type Written = {
  key: string;
  title: string;
  why: string;
  owner: string;
  /** The writer, or whose objective it is, where nobody is named. */
  accountable?: PersonName | null;
  ambition: 'committed' | 'aspirational';
  parent_id: string;
  /** The one key result of it, where it is not the objective as a whole. */
  parent_key_result_id?: string;
  limit_reason: string;
  key_results: WrittenKeyResult[];
};

export const blankKeyResult: WrittenKeyResult = {
  title: '',
  kind: 'number',
  shape: 'change',
  way: 'rise',
  baseline: '',
  target: '',
  by: '',
  low: '',
  high: '',
  unit: '',
  due_on: '',
  indicator: '',
  milestones: '',
  owner: null,
  weight: '',
  commit: '',
  stretch: '',
  counter: '',
  kpi_id: '',
};

/** `owner` is "team:<id>" or "person:<id>". */
export const blankObjective = (key: string, owner: string, parent_id: string): Written => ({
  key,
  title: '',
  why: '',
  owner,
  ambition: 'aspirational',
  parent_id,
  limit_reason: '',
  key_results: [blankKeyResult],
});

/** What cannot be read goes as it is: the server names the field. */
export const figure = (name: string, text: string) =>
  text.trim() === '' ? {} : { [name]: readNumber(text) ?? (text as unknown as number) };

/** Without a baseline nobody can see whether the target lies above or below it. */
export const asksForWay = (baseline: string) => baseline.trim() === '';

/** The measure of a written key result: only the fields that its kind and shape have. */
function measureOf({
  kind,
  shape,
  way,
  baseline,
  target,
  by,
  low,
  high,
  milestones,
}: WrittenKeyResult): Partial<NewKeyResult> {
  if (kind === 'yes_no') return {};
  if (kind === 'milestones') {
    const titles = milestones.split('\n').filter((line) => line.trim());
    return { milestones: titles.map((title) => ({ title })) };
  }
  if (shape === 'stay_within')
    return {
      direction: shape,
      ...figure('baseline', baseline),
      ...figure('low', low),
      ...figure('high', high),
    };
  if (shape === 'by') return { ...figure('baseline', baseline), ...figure('change_percent', by) };
  const direction = shape === 'change' ? asksForWay(baseline) && { direction: way } : { direction: shape };
  return { ...direction, ...figure('baseline', baseline), ...figure('target', target) };
}

export function keyResultOf(written: WrittenKeyResult): NewKeyResult {
  const { title, kind, unit, due_on, indicator, owner, weight, commit, stretch, counter, kpi_id } = written;
  const measured = kind !== 'yes_no' && kind !== 'milestones';
  return {
    title,
    kind,
    ...measureOf(written),
    ...(measured && {
      ...(unit && { unit }),
      ...figure('commit', commit),
      ...figure('stretch', stretch),
      ...(kpi_id && { kpi_id }),
    }),
    ...figure('weight', weight),
    ...(owner && { owner_id: owner.id }),
    ...(counter.trim() && { counter }),
    ...(due_on && { due_on }),
    ...(indicator && { indicator }),
  };
}

export const namedKeyResults = ({ key_results }: Written) =>
  key_results.filter(({ title }) => title.trim() !== '');

/** Whose it will be. */
export function ownerOf({ owner }: Written): { team?: string; person?: string } {
  const [level, id] = owner.split(':');
  return level === 'team' ? { team: id } : { person: id };
}

export function objectiveOf(written: Written, cycle_id: string, publish: boolean): NewObjective {
  const { team, person } = ownerOf(written);
  return {
    cycle_id,
    ...(team ? { team_id: team } : { person_id: person }),
    title: written.title,
    ambition: written.ambition,
    ...(written.why.trim() && { why: written.why }),
    ...(written.accountable && { accountable_id: written.accountable.id }),
    ...(written.parent_id && { parent_id: written.parent_id }),
    ...(written.parent_key_result_id && { parent_key_result_id: written.parent_key_result_id }),
    ...(written.limit_reason.trim() && { limit_reason: written.limit_reason }),
    key_results: namedKeyResults(written).map(keyResultOf),
    publish,
  };
}
