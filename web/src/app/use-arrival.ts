import { useRouterState } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { t } from '@/lib/i18n';
import { remember } from '@/lib/recent';

const ofOneThing = /^\/(objectives|teams|people|kpis)\/[^/]+$/;

/**
 * Where somebody has arrived: the title of the window is the heading of the page, as soon as it is there; another page
 * takes the focus, and the sentence that comes back tells a screen reader its name.
 */
export function useArrival() {
  const path = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname });
  const [arrived, setArrived] = useState('');
  useEffect(() => {
    const main = document.getElementById('main');
    if (!path || !main) return;
    const first = document.title === t('app.name');
    const moved = document.activeElement === document.body || !document.activeElement?.isConnected;
    if (!first && (moved || !main.contains(document.activeElement))) main.focus({ preventScroll: true });
    let named = '';
    const name = () => {
      const heading = main.querySelector('h1')?.textContent?.trim() ?? '';
      if (!heading || heading === named) return;
      document.title = `${heading} · ${t('app.name')}`;
      if (ofOneThing.test(path)) remember({ path, title: heading });
      if (!named && !first) setArrived(heading);
      named = heading;
    };
    name();
    const watcher = new MutationObserver(name);
    watcher.observe(main, { childList: true, subtree: true, characterData: true });
    return () => watcher.disconnect();
  }, [path]);
  return arrived;
}
