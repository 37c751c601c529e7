import { Outlet } from '@tanstack/react-router';
import { useLiveUpdates } from './live';
import { useReturnAfterSignIn } from './sign-in-again';

/** A page that takes the whole screen: no navigation around it. */
export function Stage() {
  useLiveUpdates();
  useReturnAfterSignIn();
  return (
    <main id="main">
      <Outlet />
    </main>
  );
}
