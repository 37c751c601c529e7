import { useState } from 'react';

/** A popover is filled when it opens for the first time: most people never open most of them. */
export function useOpened() {
  const [opened, set] = useState(false);
  return [opened, () => set(true)] as const;
}
