import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { text } from '@/lib/address';
import { admin, shell, staticData } from '@/lib/frame';

const inbox = createRoute({
  getParentRoute: () => shell,
  path: '/inbox',
  validateSearch: (search: Record<string, unknown>): { show?: string } => ({ show: text(search.show) }),
  component: lazyRouteComponent(() => import('./InboxPage'), 'InboxPage'),
});

const noticeSettings = createRoute({
  getParentRoute: () => shell,
  path: '/inbox/settings',
  component: lazyRouteComponent(() => import('./NoticeSettingsPage'), 'NoticeSettingsPage'),
});

const digest = createRoute({
  getParentRoute: () => shell,
  path: '/digest',
  staticData,
  component: lazyRouteComponent(() => import('./DigestPage'), 'DigestPage'),
});

const sent = createRoute({
  getParentRoute: () => admin,
  path: '/sent',
  validateSearch: (
    search: Record<string, unknown>,
  ): { show?: string; kind?: string; person?: string; job?: string } => ({
    show: text(search.show),
    kind: text(search.kind),
    person: text(search.person),
    job: text(search.job),
  }),
  component: lazyRouteComponent(() => import('./SentPage'), 'SentPage'),
});

/** By what is around them. */
export const routes = {
  shell: [inbox, noticeSettings, digest],
  admin: [sent],
} as const;
