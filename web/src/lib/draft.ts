import { useCallback, useState } from 'react';

const prefix = 'waymark-draft-';

export function readDraft<T>(key: string): T | undefined {
  try {
    const kept = localStorage.getItem(prefix + key);
    return kept === null ? undefined : (JSON.parse(kept) as T);
  } catch {
    return undefined;
  }
}

export function dropDraft(key: string) {
  localStorage.removeItem(prefix + key);
}

/** State that outlives the tab: kept on this device under `key` until it is dropped. */
export function useDraft<T>(key: string, initial: T) {
  const [value, setValue] = useState<T>(() => readDraft<T>(key) ?? initial);
  const change = useCallback(
    (next: T) => {
      setValue(next);
      try {
        localStorage.setItem(prefix + key, JSON.stringify(next));
      } catch {
        // A full or forbidden store costs the draft, never the page.
      }
    },
    [key],
  );
  const drop = useCallback(() => dropDraft(key), [key]);
  return [value, change, drop] as const;
}
