/** Something with the version that a change of it must show. */
export type Tagged<T> = { data: T; etag: string };

/** One thing that was changed twice, in words. */
export type Difference = { name: string; label: string; before: string; mine: string; theirs: string };

/** What was written, with the fields in `taken` as somebody else left them. */
export const withTheirs = <T extends object>(written: T, theirs: Partial<T>, taken: string[]): T => ({
  ...written,
  ...Object.fromEntries(Object.entries(theirs).filter(([name]) => taken.includes(name))),
});

/** What two people made of the same thing, field by field and in words. */
export const differences = <Name extends string>(
  label: (name: Name) => string,
  [before, mine, theirs]: [Record<Name, string>, Record<Name, string>, Record<Name, string>],
): Difference[] =>
  namesOf(before).map((name) => ({
    name,
    label: label(name),
    before: before[name],
    mine: mine[name],
    theirs: theirs[name],
  }));

export const namesOf = <Name extends string>(words: Record<Name, string>) => Object.keys(words) as Name[];

/** The same values in the same fields. */
export const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
