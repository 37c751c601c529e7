import type { ChangeEvent } from 'react';

/** The names of what is of this type. */
type NamesOf<Written, Value> = {
  [Name in keyof Written]-?: Written[Name] extends Value ? Name & string : never;
}[keyof Written];
type Typed = ChangeEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>;

/** What the inputs of a form take, by the name of the field. */
export function inputs<Written extends object>(
  written: Written,
  change: (part: Partial<Written>) => void,
  wrong: (path: string) => string | undefined,
) {
  const set =
    <Name extends keyof Written>(name: Name) =>
    (value: Written[Name]) =>
      change({ [name]: value } as unknown as Partial<Written>);
  return {
    set,
    /** For a text or a choice; the server may know it by another path. */
    field: <Name extends NamesOf<Written, string>>(name: Name, path: string = name) => ({
      value: written[name] as string,
      error: wrong(path),
      onChange: (event: Typed) => set(name)(event.currentTarget.value as Written[Name]),
    }),
    check: <Name extends NamesOf<Written, boolean>>(name: Name) => ({
      checked: written[name] as boolean,
      onChange: (event: ChangeEvent<HTMLInputElement>) =>
        set(name)(event.currentTarget.checked as Written[Name]),
    }),
  };
}
