import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router';
import { text } from './address';
import { Refused } from './client';
import { meQuery } from './session';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** The page is about a cycle. */
    ofCycle?: true;
  }
}

/** Under it are the pages of the product: those of a feature are in its `routes.tsx`, what is drawn around them is app/'s. */
export const root = createRootRouteWithContext<{ queryClient: QueryClient }>()();

type Arrival = { context: { queryClient: QueryClient }; location: { href: string } };

/** Who is not signed in signs in first, and comes back. */
async function signedIn({ context, location }: Arrival) {
  try {
    await context.queryClient.ensureQueryData(meQuery);
  } catch (failure) {
    const signedOut = failure instanceof Refused && failure.problem.status === 401;
    if (signedOut) throw redirect({ to: '/sign-in', search: { back: location.href } });
    throw failure;
  }
}

const ofCycle = (search: Record<string, unknown>): { cycle?: string } => ({ cycle: text(search.cycle) });

/** For people who are signed in, in the cycle that the address names. */
export const shell = createRoute({
  getParentRoute: () => root,
  id: 'in',
  validateSearch: ofCycle,
  search: { middlewares: [retainSearchParams(['cycle'])] },
  beforeLoad: signedIn,
});

/** For them too, on the whole screen. */
export const stage = createRoute({
  getParentRoute: () => root,
  id: 'stage',
  validateSearch: ofCycle,
  beforeLoad: signedIn,
});

/** Where people keep their own account. */
export const account = createRoute({ getParentRoute: () => shell, path: '/settings' });

/** Where HR and administrators keep the organisation. */
export const admin = createRoute({ getParentRoute: () => shell, path: '/admin' });

/** A page begins with its answer where that comes soon, and is drawn once. What fails is asked for again by the page, which says so. */
export const there = (answer: Promise<unknown>) => answer.then(nothing, nothing);
const nothing = () => undefined;

/** For pages that say nothing while there is no cycle. */
export const staticData = { ofCycle: true } as const;
