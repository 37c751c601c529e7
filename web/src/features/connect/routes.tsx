import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { text } from '@/lib/address';
import { admin } from '@/lib/frame';

const importing = createRoute({
  getParentRoute: () => admin,
  path: '/import',
  validateSearch: (search: Record<string, unknown>): { kind?: string } => ({ kind: text(search.kind) }),
  component: lazyRouteComponent(() => import('./ImportPage'), 'ImportPage'),
});

/** By what is around them. */
export const routes = {
  admin: [importing],
} as const;
