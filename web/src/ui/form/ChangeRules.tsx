import { useQuery } from '@tanstack/react-query';
import { t } from '@/lib/i18n';
import { listed } from '@/lib/format';
import { changeParts, changeRules, settingsQuery } from '@/lib/settings';

/** What may change once it is published, as the organisation has settled it: a line for each way. */
export function ChangeRules() {
  const { data } = useQuery(settingsQuery);
  if (!data) return null;
  const ruled = changeRules.map((rule) => ({
    rule,
    parts: changeParts.filter((part) => data.data[`change_${part}`] === rule),
  }));
  return (
    <ul>
      {ruled
        .filter(({ parts }) => parts.length > 0)
        .map(({ rule, parts }) => (
          <li key={rule}>
            {t(`change-rules.${rule}.says`, { what: listed(parts.map((part) => t(`change-rules.${part}`))) })}
          </li>
        ))}
      <li>{t('change-rules.words.settle')}</li>
      <li>{t('change-rules.always')}</li>
    </ul>
  );
}
