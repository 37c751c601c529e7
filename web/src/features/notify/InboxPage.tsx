import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { t } from '@/lib/i18n';
import { More } from '@/ui/More';
import { meQuery } from '@/lib/session';
import { EmptyState } from '@/ui/EmptyState';
import { Failure } from '@/ui/Failure';
import { KeyHints } from '@/ui/KeyHints';
import { Skeleton } from '@/ui/Skeleton';
import { toast } from '@/ui/toast';
import { NoticeRow } from './NoticeRow';
import { noticesQuery } from './queries';
import { useInboxKeys } from './use-inbox-keys';
import { useNewNotices, useNoticeActs, type Act } from './use-notices';
import styles from './Inbox.module.css';

const route = getRouteApi('/in/inbox');

/** Everything I was told and have not dealt with. */
export function InboxPage() {
  const all = route.useSearch().show === 'all';
  const { data: me } = useQuery(meQuery);
  const found = useInfiniteQuery(noticesQuery(all));
  const { data, error, refetch } = found;
  const acts = useNoticeActs();
  const list = useRef<HTMLUListElement>(null);
  const notices = data?.pages.flatMap(({ items }) => items) ?? [];
  const act = (one: Act) => {
    acts.mutate(one);
    if (one.what === 'read' && !all)
      toast(t('inbox.done'), {
        action: { label: t('inbox.undo'), run: () => acts.mutate({ what: 'unread', id: one.id }) },
      });
  };
  useNewNotices(me?.id);
  useInboxKeys(list, act);

  return (
    <>
      <header className={styles.head}>
        <h1>{t('inbox.title')}</h1>
        <nav aria-label={t('inbox.views')} className={styles.views}>
          <Link
            to="/inbox"
            activeOptions={{ exact: true, includeSearch: true }}
            aria-current={!all ? 'page' : undefined}
          >
            {t('inbox.unread')}
          </Link>
          <Link to="/inbox" search={{ show: 'all' }} aria-current={all ? 'page' : undefined}>
            {t('inbox.all')}
          </Link>
          <Link to="/digest">{t('inbox.digest')}</Link>
          <Link to="/inbox/settings">{t('inbox.settings')}</Link>
        </nav>
        {notices.some(({ read }) => !read) && (
          <Button variant="default" onClick={() => act({ what: 'read-all' })}>
            {t('inbox.read-all')}
          </Button>
        )}
      </header>
      {error && !data && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton />}
      {data && notices.length === 0 && <NothingWaits />}
      {notices.length > 0 && (
        <>
          <ul ref={list} className={`card ${styles.list}`}>
            {notices.map((notice) => (
              <NoticeRow key={notice.id} notice={notice} act={act} />
            ))}
          </ul>
          <More list={found} text={t('inbox.more')} />
          <KeyHints hints={keyHints()} />
        </>
      )}
    </>
  );
}

const keyHints = (): [string, string][] => [
  ['J K', t('inbox.key.walk')],
  ['Enter', t('inbox.key.open')],
  ['E', t('inbox.key.done')],
  ['U', t('inbox.key.undone')],
];

function NothingWaits() {
  return (
    <section className="card">
      <EmptyState
        title={t('inbox.empty.title')}
        action={
          <Link to="/digest" className="button main">
            {t('inbox.empty.digest')}
          </Link>
        }
      >
        {t('inbox.empty.text')}
      </EmptyState>
    </section>
  );
}
