import { QueryClient } from '@tanstack/react-query';
import { Refused, Unreachable } from '@/lib/client';

const tries = 3;

/** Asks again what may pass by itself: a lost connection or a server that is full. Never a refusal. */
export function mayPass(failure: Error) {
  return failure instanceof Unreachable || (failure instanceof Refused && failure.problem.status === 503);
}

export function makeQueryClient() {
  return new QueryClient({
    defaultOptions: {
      // Never paused: without a connection a page says so, and what was typed is there to be sent again.
      mutations: { networkMode: 'always' },
      queries: {
        networkMode: 'always',
        staleTime: 30_000,
        retry: (count, failure) => mayPass(failure) && count < tries,
        retryDelay: (count) => Math.min(500 * 2 ** count, 4000),
      },
    },
  });
}
