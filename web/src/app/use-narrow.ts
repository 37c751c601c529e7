import { useState } from 'react';

const storageKey = 'waymark-navigation';

/** Whether the navigation is folded to its pictures; this browser remembers it. */
export function useNarrow() {
  const [narrow, set] = useState(() => localStorage.getItem(storageKey) === 'narrow');
  const setNarrow = (wanted: boolean) => {
    localStorage.setItem(storageKey, wanted ? 'narrow' : 'wide');
    set(wanted);
  };
  return [narrow, setNarrow] as const;
}
