import { Link } from '@tanstack/react-router';
import { listed } from '@/lib/format';
import { t } from '@/lib/i18n';
import { changeParts, type ChangePart } from '@/lib/settings';
import type { Objective } from './shapes';

// One field of each part; the server fixes a part as a whole.
const stands: Record<ChangePart, string> = {
  words: 'title',
  measure: 'target',
  hands: 'owner',
  due: 'due_on',
  key_results: 'key_result',
  cycle: 'cycle',
};

type Props = { objective: Objective; of?: readonly ChangePart[] };

/** What stays as it was published, who has settled that, and what can be done instead. */
export function Stays({ objective: { fixed }, of = changeParts }: Props) {
  const parts = of.filter((part) => fixed.includes(stands[part]));
  if (parts.length === 0) return null;
  return (
    <p className="soft small">
      {t('edit.stays', { what: listed(parts.map((part) => t(`change-rules.${part}`))) })}{' '}
      <Link to="/guidelines">{t('edit.stays.rule')}</Link>
    </p>
  );
}
