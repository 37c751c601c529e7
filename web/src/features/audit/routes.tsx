import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { text } from '@/lib/address';
import { admin } from '@/lib/frame';

const audit = createRoute({
  getParentRoute: () => admin,
  path: '/audit',
  validateSearch: (search: Record<string, unknown>): { subject?: string; actor?: string } => ({
    subject: text(search.subject),
    actor: text(search.actor),
  }),
  component: lazyRouteComponent(() => import('./AuditPage'), 'AuditPage'),
});

/** By what is around them. */
export const routes = {
  admin: [audit],
} as const;
