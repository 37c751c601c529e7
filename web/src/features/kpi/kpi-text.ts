import { digitsBeside, number, quantity } from '@/lib/format';
import { t } from '@/lib/i18n';
import type { Kpi } from './shapes';

type Limits = Pick<Kpi, 'low' | 'high' | 'unit'>;

/** "at least 85 %", "between 19.5 and 20.5 °C": the acceptable values in words. */
export function limitsText({ low, high, unit }: Limits) {
  if (low !== null && high !== null)
    return t('kpi.between', { low: number(low), high: quantity(high, unit) });
  if (low !== null) return t('kpi.at-least', { low: quantity(low, unit) });
  return high !== null ? t('kpi.at-most', { high: quantity(high, unit) }) : t('kpi.no-limits');
}

/** What lies beyond a limit is never written as the limit. */
export const valueText = ({ value, low, high, unit }: Pick<Kpi, 'value'> & Limits) =>
  value === null ? t('kpi.no-value') : quantity(value, unit, digitsBeside(value, [low, high]));
