import type { components } from '@/api/schema';
import { t } from '@/lib/i18n';

type Place = components['schemas']['LostPlace'];

/** What somebody who came back did not get back, so that it can be given anew. */
export function Lost({ places }: { places: Place[] }) {
  if (places.length === 0) return null;
  return (
    <div role="status">
      <p>{t('access.lost')}</p>
      <ul>
        {places.map(({ kind, name }) => (
          <li key={`${kind}-${name}`} dir="auto">
            {t(`access.lost.${kind}`, { name: kind === 'role' ? t(`role.${name}`) : name })}
          </li>
        ))}
      </ul>
    </div>
  );
}
