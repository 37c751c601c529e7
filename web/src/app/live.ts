import { useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { onNews } from '@/lib/live';

/** News from the server makes every answer on this page that speaks of its subject fresh again. */
export function useLiveUpdates() {
  const queryClient = useQueryClient();
  useEffect(
    () =>
      onNews((news) => {
        void queryClient.invalidateQueries({
          predicate: ({ queryKey, state }) => {
            if (queryKey[0] === 'identity') return false;
            const said = JSON.stringify(state.data) ?? '';
            return news === 'all' || news.some((id) => said.includes(id));
          },
        });
      }),
    [queryClient],
  );
}
