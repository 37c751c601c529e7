import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Toasts } from './toast';
import { Refused } from '@/lib/client';
import { useHeld } from './held';

let client: QueryClient;
let send = vi.fn();

function Page() {
  const hold = useHeld();
  const take = () =>
    hold<string[]>({
      query: ['things'],
      change: (things) => things.filter((one) => one !== 'b'),
      said: 'Taken.',
      failed: 'Not taken.',
      send,
    });
  return <button onClick={take}>Take</button>;
}
const shown = () => client.getQueryData(['things']);
const click = (name: string) => act(() => screen.getByRole('button', { name }).click());

beforeEach(() => {
  vi.useFakeTimers();
  send = vi.fn(() => Promise.resolve());
  client = new QueryClient();
  client.setQueryData(['things'], ['a', 'b']);
  render(
    <QueryClientProvider client={client}>
      <Page />
      <Toasts />
    </QueryClientProvider>,
  );
});
afterEach(() => vi.useRealTimers());

it('shows the change at once and sends it eight seconds later', async () => {
  click('Take');
  expect(shown()).toEqual(['a']);
  expect(send).not.toHaveBeenCalled();
  await act(() => vi.advanceTimersByTimeAsync(8100));
  expect(send).toHaveBeenCalledOnce();
});

it('takes it back and never sends it', async () => {
  click('Take');
  click('Undo');
  expect(shown()).toEqual(['a', 'b']);
  await act(() => vi.advanceTimersByTimeAsync(20_000));
  expect(send).not.toHaveBeenCalled();
});

it('sends at once when somebody leaves', () => {
  click('Take');
  dispatchEvent(new Event('pagehide'));
  expect(send).toHaveBeenCalledWith({ keepalive: true });
});

it('shows what was there before when the server refuses, and says so', async () => {
  send = vi.fn(() => Promise.reject(new Refused({ title: 'Somebody was faster.', status: 409, code: 'x' })));
  click('Take');
  await act(() => vi.advanceTimersByTimeAsync(8100));
  expect(shown()).toEqual(['a', 'b']);
  expect(screen.getByText('Not taken. Somebody was faster.')).toBeInTheDocument();
});
