import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { api, got } from '@/lib/client';
import { forgetKept } from '@/lib/kept';
import { setOwner } from '@/lib/owner';
import { forgetRecent } from '@/lib/recent';

/** Ends the session and leaves nothing of what was shown in this browser. */
export function useSignOut() {
  const router = useRouter();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => got(api.DELETE('/api/v1/session')),
    onSettled: async () => {
      forgetRecent();
      forgetKept();
      setOwner(undefined);
      await router.navigate({ to: '/sign-in' });
      queryClient.clear();
    },
  });
}
