import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { t } from '@/lib/i18n';
import { meQuery } from '@/lib/session';
import { EmptyState } from '@/ui/EmptyState';
import { TabLinks } from '@/ui/TabLinks';
import styles from './AdminFrame.module.css';

/** Around the pages with which HR and administrators keep the organisation; auditors find the log here. */
export function AdminFrame() {
  const { data: me } = useSuspenseQuery(meQuery);
  const keeps = me.may.includes('add_person');
  const audits = me.may.includes('read_audit');
  if (!keeps && !audits)
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
        {keeps && (
          <>
            <Link to="/admin/people">{t('admin.people')}</Link>
            <Link to="/admin/invitations">{t('admin.invitations')}</Link>
            <Link to="/admin/teams">{t('admin.teams')}</Link>
            <Link to="/admin/cycles">{t('admin.cycles')}</Link>
            <Link to="/admin/organisation">{t('admin.organisation')}</Link>
            <Link to="/admin/import">{t('admin.import')}</Link>
            <Link to="/admin/sent">{t('admin.sent')}</Link>
          </>
        )}
        {audits && <Link to="/admin/audit">{t('admin.audit')}</Link>}
      </TabLinks>
      <Outlet />
    </>
  );
}
