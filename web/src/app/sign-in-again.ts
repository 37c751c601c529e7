import { useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { onSignedOut } from '@/lib/client';
import { forgetKept } from '@/lib/kept';
import { meQuery } from '@/lib/session';

/** A session that ended in the middle leads to the sign-in page and from there back to this very place. */
export function useReturnAfterSignIn() {
  const router = useRouter();
  const queryClient = useQueryClient();
  useEffect(
    () =>
      onSignedOut(() => {
        forgetKept();
        queryClient.removeQueries({ queryKey: meQuery.queryKey });
        void router.navigate({ to: '/sign-in', search: { back: router.state.location.href }, replace: true });
      }),
    [router, queryClient],
  );
}
