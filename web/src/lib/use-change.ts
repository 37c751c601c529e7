import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Refused } from './client';

/** One thing that was changed twice, in words. */
export type Difference = { name: string; label: string; before: string; mine: string; theirs: string };

type Tagged<T> = { data: T; etag: string };
type Options<T> = {
  etag: string;
  /** Sends the change on top of the version that was seen. */
  send: (etag: string) => Promise<Tagged<unknown>>;
  /** What is on the server now; asked for when somebody else was faster. */
  read: () => Promise<Tagged<T>>;
  onSaved: () => void;
};

/**
 * Changes something that carries a version. When somebody else was faster, `theirs` is what they left, and `goOn` lets the
 * next attempt stand on it.
 */
export function useChange<T>({ etag, send, read, onSaved }: Options<T>) {
  const [seen, setSeen] = useState(etag);
  const [theirs, setTheirs] = useState<Tagged<T>>();
  const save = useMutation({
    mutationFn: () => send(seen),
    onSuccess: (saved) => {
      setSeen(saved.etag);
      onSaved();
    },
    onError: async (error) => {
      if (error instanceof Refused && error.problem.code === 'version_conflict') setTheirs(await read());
    },
  });
  const goOn = () => {
    if (theirs) setSeen(theirs.etag);
    setTheirs(undefined);
    save.reset();
  };
  return { save, theirs: theirs?.data, goOn };
}

/** What was written, with the fields in `taken` as somebody else left them. */
export const withTheirs = <T extends object>(written: T, theirs: Partial<T>, taken: string[]): T => ({
  ...written,
  ...Object.fromEntries(Object.entries(theirs).filter(([name]) => taken.includes(name))),
});

/** What two people made of the same thing, field by field and in words. */
export const differences = <Name extends string>(
  names: readonly Name[],
  label: (name: Name) => string,
  [before, mine, theirs]: [Record<Name, string>, Record<Name, string>, Record<Name, string>],
): Difference[] =>
  names.map((name) => ({
    name,
    label: label(name),
    before: before[name],
    mine: mine[name],
    theirs: theirs[name],
  }));
