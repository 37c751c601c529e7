import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { toast } from './toast';
import { Unreachable } from '@/lib/client';
import { t } from '@/lib/i18n';

const holdMs = 8000;

/** A write that shows at once and can be taken back for eight seconds. */
export type Held<T> = {
  query: QueryKey; // the answer that shows it
  change: (before: T) => T; // how that answer looks afterwards
  said: string; // "You took it on."
  failed: string; // "It is not taken on."
  send: (request: { keepalive: boolean }) => Promise<unknown>;
};

const waiting = new Set<() => void>();

// Whoever leaves has made up their mind: what is held goes out while the page goes.
addEventListener('pagehide', () => waiting.forEach((sendNow) => sendNow()));

/** Shows a change at once, sends it when the time to take it back is over, and says plainly when that did not work. */
export function useHeld() {
  const queryClient = useQueryClient();
  return function hold<T>({ query, change, said, failed, send }: Held<T>) {
    void queryClient.cancelQueries({ queryKey: query });
    const before = queryClient.getQueryData<T>(query);
    queryClient.setQueryData<T>(query, (shown) => shown && change(shown));
    const back = () => queryClient.setQueryData(query, before);
    const settle = () => {
      clearTimeout(timer);
      waiting.delete(leave);
    };
    const go = async (keepalive: boolean) => {
      settle();
      try {
        await send({ keepalive });
      } catch (failure) {
        back();
        const why =
          failure instanceof Unreachable ? t('failure.unreachable.title') : (failure as Error).message;
        toast(`${failed} ${why}`, { tone: 'problem' });
      }
      await queryClient.invalidateQueries({ queryKey: query.slice(0, 1) });
    };
    const leave = () => void go(true);
    const timer = setTimeout(() => void go(false), holdMs);
    waiting.add(leave);
    toast(said, { action: { label: t('undo'), run: () => (settle(), back()) } });
  };
}
