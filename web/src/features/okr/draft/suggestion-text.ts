import type { components } from '@/api/schema';
import { score } from '@/lib/format';
import { t } from '@/lib/i18n';
import { valueText } from '../key_result/measure-text';

export type Suggestion = components['schemas']['Suggestion'];

/** Why it is suggested, with the figures. */
export function reasonText(suggestion: Suggestion) {
  const { kind, cycle, objective, grade, text, title, measure, unit } = suggestion;
  const figure = (value: number | null) => (value === null ? '' : valueText(value, { kind: measure, unit }));
  const { last, old_target, baseline, target, low, high } = suggestion;
  if (kind === 'kpi') {
    const value = figure(last);
    if (low === null) return t('suggest.kpi.high', { title, value, high: figure(high) });
    if (high === null) return t('suggest.kpi.low', { title, value, low: figure(low) });
    return t('suggest.kpi.range', { title, value, low: figure(low), high: figure(high) });
  }
  return t(`suggest.${kind}`, {
    cycle: cycle?.name ?? '',
    objective: objective?.title ?? '',
    text,
    grade: grade === null ? '' : score(grade),
    last: figure(last),
    wanted: figure(old_target),
    from: figure(baseline),
    to: figure(target),
  });
}
