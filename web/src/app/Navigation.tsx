import { Link } from '@tanstack/react-router';
import { t } from '@/lib/i18n';
import { Icon, type IconName } from '@/ui/icons';
import styles from './Shell.module.css';

type Place = {
  to: '/' | '/okrs' | '/dashboard' | '/kpis' | '/learnings' | '/people' | '/check-in' | '/inbox';
  text: string;
  icon: IconName;
};

const places: Place[] = [
  { to: '/', text: 'nav.home', icon: 'home' },
  { to: '/okrs', text: 'nav.okrs', icon: 'target' },
  { to: '/dashboard', text: 'nav.dashboard', icon: 'chart' },
  { to: '/kpis', text: 'nav.kpis', icon: 'gauge' },
  { to: '/people', text: 'nav.people', icon: 'people' },
  { to: '/learnings', text: 'nav.learnings', icon: 'book' },
];
const onPhone: Place[] = [
  places[0]!,
  places[1]!,
  { to: '/check-in', text: 'nav.check-in', icon: 'check' },
  { to: '/inbox', text: 'nav.inbox', icon: 'bell' },
  { to: '/people', text: 'nav.people.short', icon: 'people' },
];

export function SideNav() {
  return (
    <nav aria-label={t('nav.label')} className={`${styles.side} no-print`}>
      <Link to="/" className={styles.brand}>
        <img src="/favicon.svg" width="24" height="24" alt="" />
        {t('app.name')}
      </Link>
      <Places places={places} />
    </nav>
  );
}

export function PhoneBar() {
  return (
    <nav aria-label={t('nav.phone')} className={`${styles.phone} no-print`}>
      <Places places={onPhone} />
    </nav>
  );
}

function Places({ places }: { places: Place[] }) {
  return (
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
  );
}
