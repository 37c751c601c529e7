import { useCallback, useState } from 'react';
import { currentOwner } from './owner';

const placeOf = (person: string, key: string) => `waymark-draft-${person}-${key}`;

/** What this person left here; another one who signs in on the same device is not shown it. */
export function readDraft<T>(key: string, person = currentOwner()): T | undefined {
  try {
    const kept = person === undefined ? null : localStorage.getItem(placeOf(person, key));
    return kept === null ? undefined : (JSON.parse(kept) as T);
  } catch {
    return undefined;
  }
}

/** A full or forbidden store costs the draft, never the page. */
export function keepDraft(key: string, value: unknown, person: string | undefined) {
  try {
    if (person !== undefined) localStorage.setItem(placeOf(person, key), JSON.stringify(value));
  } catch {
    // What is typed stays in the page.
  }
}

export function dropDraft(key: string, person = currentOwner()) {
  if (person !== undefined) localStorage.removeItem(placeOf(person, key));
}

/** State that outlives the tab: kept on this device under `key`, for who writes it, until it is dropped. */
export function useDraft<T>(key: string, initial: T) {
  const [person] = useState(currentOwner);
  const [value, setValue] = useState<T>(() => readDraft<T>(key, person) ?? initial);
  const change = useCallback(
    (next: T) => {
      setValue(next);
      keepDraft(key, next, person);
    },
    [key, person],
  );
  const drop = useCallback(() => dropDraft(key, person), [key, person]);
  return [value, change, drop] as const;
}
