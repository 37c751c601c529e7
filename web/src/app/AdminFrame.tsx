import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { t } from '@/lib/i18n';
import { meQuery } from '@/lib/session';
import { EmptyState } from '@/ui/EmptyState';
import { TabLinks } from '@/ui/TabLinks';
import { adminParts } from './places';
import styles from './AdminFrame.module.css';

/** Around the pages with which HR and administrators keep the organisation; auditors find the log here. */
export function AdminFrame() {
  const { data: me } = useSuspenseQuery(meQuery);
  const parts = adminParts.filter(({ may }) => me.may.includes(may));
  if (parts.length === 0)
    return (
      <EmptyState
        level={1}
        title={t('admin.not-yours')}
        action={
          <Link to="/" className="button">
            {t('not-found.home')}
          </Link>
        }
      >
        {t('admin.not-yours.text')}
      </EmptyState>
    );
  return (
    <>
      <h1 className={styles.title}>{t('admin.title')}</h1>
      <TabLinks label={t('admin.views')}>
        {parts.map(({ to, text }) => (
          <Link key={to} to={to}>
            {t(text)}
          </Link>
        ))}
      </TabLinks>
      <Outlet />
    </>
  );
}
