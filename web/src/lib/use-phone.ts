import { useSyncExternalStore } from 'react';

const phone = () => matchMedia('(max-width: 48em)');

function listen(changed: () => void) {
  const media = phone();
  media.addEventListener('change', changed);
  return () => media.removeEventListener('change', changed);
}

/** Whether the window is as wide as a phone: there the frame has its places below, and only there. */
export const usePhone = () => useSyncExternalStore(listen, () => phone().matches);
