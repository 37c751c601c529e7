import { t } from '@/lib/i18n';
import { ChangePassword } from './ChangePassword';
import { OwnSessions } from './OwnSessions';
import styles from './Account.module.css';

/** How one gets in: the password, and where one is signed in. */
export function AccountPage() {
  return (
    <div className={styles.columns}>
      <section className={`card ${styles.part}`}>
        <h2>{t('password.title')}</h2>
        <ChangePassword />
      </section>
      <section className={`card ${styles.part}`}>
        <h2>{t('sessions.title')}</h2>
        <OwnSessions />
      </section>
    </div>
  );
}
