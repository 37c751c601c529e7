import { t } from '@/lib/i18n';
import styles from './Import.module.css';

/** What can be taken along, as files that can be brought in again. */
export function Exports({ people }: { people: boolean }) {
  return (
    <section className={`card ${styles.part}`}>
      <h2>{t('export.title')}</h2>
      <p className="soft">{t('export.text')}</p>
      <div className={styles.row}>
        <a className="button" href="/api/v1/exports/okrs" download="okrs.csv">
          {t('export.okrs')}
        </a>
        {people && (
          <a className="button" href="/api/v1/exports/people" download="people.csv">
            {t('export.people')}
          </a>
        )}
      </div>
    </section>
  );
}
