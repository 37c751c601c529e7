import { Link } from '@tanstack/react-router';
import { Bell } from '@/features/notify/Bell';
import { t } from '@/lib/i18n';
import type { Me } from '@/lib/session';
import { Icon } from '@/ui/icons';
import { CyclePicker } from './CyclePicker';
import { Settings } from './Settings';
import styles from './Shell.module.css';

export function TopBar({ me }: { me: Me }) {
  return (
    <header className={`${styles.top} no-print`}>
      <CyclePicker />
      <span className={styles.spring} />
      <Link to="/write" className={styles.new} aria-label={t('top.new')}>
        <Icon name="plus" size={18} />
        <span className={styles.newText}>{t('top.new')}</span>
      </Link>
      <Bell />
      <Settings me={me} />
    </header>
  );
}
