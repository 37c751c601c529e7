import { day, digitsBeside, number } from '@/lib/format';
import { isSaid, t } from '@/lib/i18n';
import type { Change } from '../parts/shapes';

/** The name of what was changed; one that came later than this app is “something”. */
export const changedField = (field: string) => t(`changed.${isSaid(`changed.${field}`) ? field : 'other'}`);

const codes: Record<string, string[]> = {
  state: ['draft', 'published', 'closed', 'cancelled'],
  ambition: ['committed', 'aspirational'],
  indicator: ['leading', 'lagging'],
};
const figures = ['baseline', 'target', 'change_percent', 'low', 'high', 'commit', 'stretch', 'weight'];
const dayAtEnd = /, (\d{4}-\d{2}-\d{2})$/;

/** What stood there and what stands there now, in the reader's words: the history keeps codes, days and figures bare. */
export function changedValues({ field, before, after }: Pick<Change, 'field' | 'before' | 'after'>) {
  const said = (value: string, other: string) => {
    if (!value) return '–';
    if (codes[field]?.includes(value)) return t(`${field}.${value}`);
    if (field === 'due_on') return day(value);
    if (field === 'milestones') return value.replace(dayAtEnd, (_, on: string) => `, ${day(on)}`);
    const figure = Number(value);
    if (!figures.includes(field) || Number.isNaN(figure)) return value;
    return number(figure, digitsBeside(figure, [other ? Number(other) : null]));
  };
  return { before: said(before, after), after: said(after, before) };
}

/** One change as a line of text. */
export function changedText(change: Pick<Change, 'field' | 'before' | 'after'>) {
  const { field, before, after } = change;
  if (field === 'key_result')
    return `${t(after ? 'changed.key_result.added' : 'changed.key_result.dropped')}: ${after || before}`;
  return t('retro.shift', { ...changedValues(change), field: changedField(field) });
}
