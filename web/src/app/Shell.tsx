import { useSuspenseQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { t } from '@/lib/i18n';
import { useOffline } from '@/lib/offline';
import { meQuery } from '@/lib/session';
import { Icon } from '@/ui/icons';
import { Skeleton } from '@/ui/Skeleton';
import { useLiveUpdates } from './live';
import { PhoneBar, SideNav } from './Navigation';
import { TopBar } from './TopBar';
import { useReturnAfterSignIn } from './sign-in-again';
import styles from './Shell.module.css';

/** The frame of every page for people who are signed in. */
export function Shell() {
  const { data: me } = useSuspenseQuery(meQuery);
  const offline = useOffline();
  useLiveUpdates();
  useReturnAfterSignIn();
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main">
        {t('nav.skip')}
      </a>
      <SideNav />
      <TopBar me={me} />
      <main id="main" className={styles.main} tabIndex={-1}>
        {offline && (
          <p className={styles.offline} role="status">
            <Icon name="offline" /> {t('offline.banner')}
          </p>
        )}
        <Suspense fallback={<Skeleton />}>
          <Outlet />
        </Suspense>
      </main>
      <PhoneBar />
    </div>
  );
}
