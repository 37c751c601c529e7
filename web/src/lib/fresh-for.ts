import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { onNews } from './live';

/** Makes answers fresh again when something happened to `id`, which they may not name. The key is to be a constant. */
export function useFreshFor(id: string | undefined, queryKey: string[]) {
  const queryClient = useQueryClient();
  useEffect(
    () =>
      onNews((news) => {
        if (news === 'all' || (id && news.includes(id))) void queryClient.invalidateQueries({ queryKey });
      }),
    [id, queryKey, queryClient],
  );
}
