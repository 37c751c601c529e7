import { t } from '@/lib/i18n';

const named = [
  'title',
  'why',
  'ambition',
  'baseline',
  'target',
  'change_percent',
  'low',
  'high',
  'commit',
  'stretch',
  'unit',
  'weight',
  'due_on',
  'owner',
  'accountable',
  'cycle',
  'milestones',
  'kpi',
  'indicator',
  'counter',
  'state',
  'key_result',
];
/** The name of what was changed; one that came later than this app is “something”. */
export const changedField = (field: string) => t(`changed.${named.includes(field) ? field : 'other'}`);
