import { useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { onNews } from '@/lib/live';

/** News from the server makes every answer on this page that speaks of its subject fresh again. */
export function useLiveUpdates() {
  const queryClient = useQueryClient();
  useEffect(
    () =>
      onNews((ids) => {
        void queryClient.invalidateQueries({
          predicate: ({ state }) => {
            const said = JSON.stringify(state.data) ?? '';
            return ids.some((id) => said.includes(id));
          },
        });
      }),
    [queryClient],
  );
}
