import type { components } from '@/api/schema';
import { t } from '@/lib/i18n';
import { valueText } from '../key_result/measure-text';

type Shapes = components['schemas'];
export type Pair = Shapes['Pair'];
export type PairSide = Shapes['PairSide'];
type Reason = Shapes['PairReason'];
type Part = Shapes['PairPart'];

/** What a key result wants to come to, or to keep to. */
function wishText(part: Part) {
  const { direction, target, low, high } = part;
  if (direction === 'stay_within')
    return t('pair.wish.stay_within', {
      low: low === null ? '–' : valueText(low, part),
      high: high === null ? '–' : valueText(high, part),
    });
  return t(`pair.wish.${direction}`, { target: target === null ? '–' : valueText(target, part) });
}

/** Why two objectives were found, with the figures that the server found them by. */
export function reasonText({ sign, first, second, one_kpi, shared, first_words, second_words }: Reason) {
  const words = { shared, ours: first_words, theirs: second_words };
  if (!first || !second) return t(`pair.sign.${sign}`, words);
  const counted = first.counter ? { counter: first.counter } : { counter: second.counter };
  const [ours, theirs] = second.counter ? [second, first] : [first, second];
  const said = t(`pair.sign.${sign}`, {
    ...words,
    ...counted,
    first: ours.title,
    second: theirs.title,
    wish: wishText(ours),
    other: wishText(theirs),
  });
  if (sign !== 'cannot_both' && sign !== 'opposite_ways') return said;
  return `${said} ${one_kpi ? t('pair.one-kpi') : t('pair.one-measure', words)}`;
}
