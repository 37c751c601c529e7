import { QueryClient } from '@tanstack/react-query';
import { Refused, Unreachable } from '@/lib/client';

const tries = 3;

const patienceMs = 4000;

/** Asks again what may pass by itself: a lost connection, a server that is full, or a caller who was too fast. Never a refusal. */
export function mayPass(failure: Error) {
  return (
    failure instanceof Unreachable ||
    (failure instanceof Refused && [429, 503].includes(failure.problem.status))
  );
}

/** When to ask again: when the server said, otherwise later each time. */
export function pauseMs(count: number, failure: Error) {
  const said = failure instanceof Refused && failure.waitSeconds;
  return Math.min(said ? said * 1000 : 500 * 2 ** count, patienceMs);
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
        retryDelay: pauseMs,
      },
    },
  });
}
