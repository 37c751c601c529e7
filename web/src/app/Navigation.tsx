import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Bell } from '@/features/notify/Bell';
import { t } from '@/lib/i18n';
import { Icon } from '@/ui/icons';
import { onPhone, onSide, type KnownPlace } from './places';
import styles from './Shell.module.css';

type Props = { narrow: boolean; onNarrow: (narrow: boolean) => void };

export function SideNav({ narrow, onNarrow }: Props) {
  const name = t(narrow ? 'nav.wide' : 'nav.narrow');
  return (
    <nav aria-label={t('nav.label')} className={`${styles.side} no-print`}>
      <Link to="/" className={styles.brand} aria-label={t('app.name')}>
        <img src="/favicon.svg" width="24" height="24" alt="" />
        <span>{t('app.name')}</span>
      </Link>
      <Places places={onSide} titled={narrow} />
      <button
        type="button"
        className={`icon-button ${styles.fold}`}
        aria-expanded={!narrow}
        aria-label={name}
        title={name}
        onClick={() => onNarrow(!narrow)}
      >
        <Icon name={narrow ? 'unfold' : 'fold'} size={18} />
      </button>
    </nav>
  );
}

/** On a phone, in reach of the thumb; `me` opens one's settings. */
export function PhoneBar({ me }: { me: ReactNode }) {
  return (
    <nav aria-label={t('nav.phone')} className={`${styles.phone} no-print`}>
      <Places places={onPhone}>
        <li>
          <Bell named={t('nav.inbox')} />
        </li>
        <li>{me}</li>
      </Places>
    </nav>
  );
}

function Places({
  places,
  titled,
  children,
}: {
  places: KnownPlace[];
  titled?: boolean;
  children?: ReactNode;
}) {
  return (
    <ul>
      {places.map(({ to, text, icon }) => (
        <li key={to}>
          <Link
            to={to}
            activeOptions={{ exact: to === '/', includeSearch: false }}
            title={titled ? t(text) : undefined}
          >
            <Icon name={icon} />
            <span>{t(text)}</span>
          </Link>
        </li>
      ))}
      {children}
    </ul>
  );
}
