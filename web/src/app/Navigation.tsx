import { Link } from '@tanstack/react-router';
import { t } from '@/lib/i18n';
import { Icon, type IconName } from '@/ui/icons';
import styles from './Shell.module.css';

type Place = { to: '/' | '/okrs' | '/people' | '/check-in'; text: string; icon: IconName };

const places: Place[] = [
  { to: '/', text: 'nav.home', icon: 'home' },
  { to: '/okrs', text: 'nav.okrs', icon: 'target' },
  { to: '/people', text: 'nav.people', icon: 'people' },
];
const onPhone: Place[] = [
  places[0]!,
  places[1]!,
  { to: '/check-in', text: 'nav.check-in', icon: 'check' },
  places[2]!,
];

export function SideNav() {
  return (
    <div className={`${styles.side} no-print`}>
      <Link to="/" className={styles.brand}>
        <img src="/favicon.svg" width="24" height="24" alt="" />
        {t('app.name')}
      </Link>
      <Places label={t('nav.label')} places={places} />
    </div>
  );
}

export function PhoneBar() {
  return (
    <div className={`${styles.phone} no-print`}>
      <Places label={t('nav.label')} places={onPhone} />
    </div>
  );
}

function Places({ label, places }: { label: string; places: Place[] }) {
  return (
    <nav aria-label={label}>
      <ul>
        {places.map(({ to, text, icon }) => (
          <li key={to}>
            <Link to={to} activeOptions={{ exact: to === '/', includeSearch: false }}>
              <Icon name={icon} />
              <span>{t(text)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
