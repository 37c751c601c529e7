import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { text } from '@/lib/address';
import { account, admin, root } from '@/lib/frame';

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { back?: string } => ({ back: text(search.back) }),
  component: lazyRouteComponent(() => import('./SignInPage'), 'SignInPage'),
});

const setPassword = createRoute({
  getParentRoute: () => root,
  path: '/set-password',
  validateSearch: (search: Record<string, unknown>): { token?: string } => ({ token: text(search.token) }),
  component: lazyRouteComponent(() => import('./SetPasswordPage'), 'SetPasswordPage'),
});

const forgot = createRoute({
  getParentRoute: () => root,
  path: '/forgot-password',
  component: lazyRouteComponent(() => import('./ForgotPasswordPage'), 'ForgotPasswordPage'),
});

const accountIndex = createRoute({
  getParentRoute: () => account,
  path: '/',
  component: lazyRouteComponent(() => import('./AccountPage'), 'AccountPage'),
});

const tokens = createRoute({
  getParentRoute: () => account,
  path: '/tokens',
  component: lazyRouteComponent(() => import('./TokensPage'), 'TokensPage'),
});

const invitations = createRoute({
  getParentRoute: () => admin,
  path: '/invitations',
  component: lazyRouteComponent(() => import('./InvitationsPage'), 'InvitationsPage'),
});

/** By what is around them. */
export const routes = {
  root: [signIn, setPassword, forgot],
  account: [accountIndex, tokens],
  admin: [invitations],
} as const;
