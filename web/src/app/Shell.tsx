import { useSuspenseQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useState } from 'react';
import { Bell } from '@/features/notify/Bell';
import { t } from '@/lib/i18n';
import { useOffline } from '@/lib/offline';
import { meQuery } from '@/lib/session';
import { usePhone } from '@/lib/use-phone';
import { Icon } from '@/ui/icons';
import { Skeleton } from '@/ui/Skeleton';
import { useLiveUpdates } from './live';
import { PhoneBar, SideNav } from './Navigation';
import { Settings, SettingsButton, SettingsPlace } from './Settings';
import { TopBar } from './TopBar';
import { WithCycle } from './WithCycle';
import { useArrival } from './use-arrival';
import { useKeptFocus } from './use-kept-focus';
import { useKeys, type Overlay } from './use-keys';
import { useNarrow } from './use-narrow';
import { useReturnAfterSignIn } from './sign-in-again';
import styles from './Shell.module.css';

const Overlays = lazy(() => import('./Overlays').then(({ Overlays }) => ({ default: Overlays })));

/** The frame of every page for people who are signed in. */
export function Shell() {
  const { data: me } = useSuspenseQuery(meQuery);
  const offline = useOffline();
  const phone = usePhone();
  const [narrow, setNarrow] = useNarrow();
  const [overlay, setOverlay] = useState<Overlay>();
  const close = useCallback(() => setOverlay(undefined), []);
  const arrived = useArrival();
  useKeys(setOverlay);
  useKeptFocus();
  useLiveUpdates();
  useReturnAfterSignIn();
  return (
    <div className={styles.shell} data-narrow={narrow || undefined}>
      <a className={styles.skip} href="#main">
        {t('nav.skip')}
      </a>
      {!phone && <SideNav narrow={narrow} onNarrow={setNarrow} />}
      <TopBar onSearch={() => setOverlay('palette')} onComment={() => setOverlay('comment')}>
        {!phone && (
          <>
            <Bell />
            <SettingsButton me={me} />
          </>
        )}
      </TopBar>
      <main id="main" className={styles.main} tabIndex={-1}>
        {offline && (
          <p className={styles.offline} role="status">
            <Icon name="offline" /> {t('offline.banner')}
          </p>
        )}
        <Suspense fallback={<Skeleton />}>
          <WithCycle>
            <Outlet />
          </WithCycle>
        </Suspense>
      </main>
      {phone && <PhoneBar me={<SettingsPlace />} />}
      <Settings me={me} />
      <p className="hidden-text" role="status">
        {arrived}
      </p>
      {overlay && (
        <Suspense>
          <Overlays overlay={overlay} show={setOverlay} onClose={close} />
        </Suspense>
      )}
    </div>
  );
}
