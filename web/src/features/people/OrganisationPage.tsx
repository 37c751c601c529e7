import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { t } from '@/lib/i18n';
import { settingsQuery } from '@/lib/settings';
import { Failure } from '@/ui/Failure';
import { Skeleton } from '@/ui/Skeleton';
import { Holidays } from './Holidays';
import { OrganisationForm } from './OrganisationForm';
import admin from './Admin.module.css';

/** What the organisation has agreed on. */
export function OrganisationPage() {
  const { data, error, refetch } = useQuery(settingsQuery);
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton tall lines={4} />;
  return (
    <div className={admin.columns}>
      <section className={`card ${admin.part}`}>
        <h2>{t('organisation.title')}</h2>
        <OrganisationForm settings={data.data} etag={data.etag} />
      </section>
      <div className={admin.aside}>
        <section className={`card ${admin.part}`}>
          <h2>{t('holidays.title')}</h2>
          <Holidays />
        </section>
        <section className={`card ${admin.part}`}>
          <h2>{t('organisation.guidelines')}</h2>
          <p className="soft">{t('organisation.guidelines.text')}</p>
          <Link to="/guidelines">{t('organisation.guidelines.open')}</Link>
        </section>
      </div>
    </div>
  );
}
