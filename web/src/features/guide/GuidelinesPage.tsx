import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { instantDay } from '@/lib/format';
import { t } from '@/lib/i18n';
import { ChangeRules } from '@/ui/form/ChangeRules';
import { EmptyState } from '@/ui/EmptyState';
import { Failure } from '@/ui/Failure';
import { Skeleton } from '@/ui/Skeleton';
import { Acknowledge } from './Acknowledge';
import { guidelinesQuery } from './queries';
import styles from './Guidelines.module.css';

const Markdown = lazy(() => import('./Markdown'));
const EditGuidelines = lazy(async () => ({ default: (await import('./EditGuidelines')).EditGuidelines }));

/** How OKRs are used here, in the words of HR. */
export function GuidelinesPage() {
  const { data, error, refetch } = useQuery(guidelinesQuery);
  const [editing, setEditing] = useState(false);
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton tall lines={4} />;
  const { text, version, author, changed_at, may } = data.data;
  const edit = may.includes('edit') && (
    <Button onClick={() => setEditing(true)} data-opens>
      {t('guidelines.edit')}
    </Button>
  );
  if (editing)
    return (
      <>
        <h1 className={styles.title}>{t('guidelines.title')}</h1>
        <Suspense fallback={<Skeleton tall lines={8} />}>
          <EditGuidelines guidelines={data.data} etag={data.etag} onDone={() => setEditing(false)} />
        </Suspense>
      </>
    );
  if (version === 0)
    return (
      <>
        <EmptyState level={1} title={t('guidelines.none')} action={edit}>
          {t('guidelines.none.text')}
        </EmptyState>
        <Changes />
      </>
    );
  return (
    <article>
      <header className={styles.head}>
        <p className="soft small">
          {t('guidelines.by', {
            name: author?.name ?? '',
            day: changed_at ? instantDay(changed_at) : '',
            version,
          })}
        </p>
        <span className="no-print">{edit}</span>
      </header>
      <div className={`card ${styles.text}`}>
        <Suspense fallback={<Skeleton lines={8} />}>
          <Markdown text={text} />
        </Suspense>
      </div>
      <Changes />
      <Acknowledge guidelines={data.data} />
    </article>
  );
}

/** What the settings say, beside what HR has written. */
function Changes() {
  return (
    <section className={`card ${styles.text} ${styles.rules}`}>
      <div className={styles.markdown}>
        <h2>{t('change-rules.title')}</h2>
        <ChangeRules />
      </div>
    </section>
  );
}
