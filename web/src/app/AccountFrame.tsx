import { Link, Outlet } from '@tanstack/react-router';
import { t } from '@/lib/i18n';
import { TabLinks } from '@/ui/TabLinks';
import styles from './AdminFrame.module.css';

/** Around the pages with which people keep their own account. */
export function AccountFrame() {
  return (
    <>
      <h1 className={styles.title}>{t('account.title')}</h1>
      <TabLinks label={t('account.title')}>
        <Link to="/settings" activeOptions={{ exact: true, includeSearch: false }}>
          {t('account.sign-in')}
        </Link>
        <Link to="/settings/tokens">{t('account.tokens')}</Link>
      </TabLinks>
      <Outlet />
    </>
  );
}
