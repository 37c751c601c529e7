import { useMutation, useQueryClient, type FetchQueryOptions, type QueryKey } from '@tanstack/react-query';
import { useState } from 'react';
import { Refused } from '@/lib/client';
import { toast } from '../toast';
import { inputs } from './inputs';
import { useStand, type Stand } from './use-stand';
import { differences, namesOf, same, withTheirs, type Tagged } from './versions';

/** What `send` is told beside what was written. */
export type On<Written> = Stand<Written> & {
  /** A part of it is taken already: the rest stands on that, also when it is refused. */
  took: (stand: Stand<Written>) => void;
};

type Options<Thing, Asked, Written extends object, Name extends string, Key extends QueryKey> = {
  /** What the form was opened on, and its version. */
  thing: Thing;
  etag: string;
  /** The version of what is written, where it is not that of the whole answer. */
  tag?: (thing: Thing) => string;
  /** What of it can be written. */
  of: (thing: Thing) => Written;
  /** The same in words, in the order in which two versions are compared. */
  words: (written: Written) => Record<Name, string>;
  label: (name: Name) => string;
  /** The answer that shows it: asked for again when somebody else was faster; it and its kind are fresh afterwards. */
  query: FetchQueryOptions<Tagged<Asked>, Error, Tagged<Asked>, Key>;
  send: (written: Written, on: On<Written>) => Promise<Tagged<unknown>>;
  /** What is said when it is saved. */
  said?: string;
  /** It is saved, or theirs was taken: nothing of the form is needed any more. */
  onDone?: () => void;
  /** Keeps what is typed on this device under this key, with the version that it stands on. */
  keep?: string;
};

export type VersionedForm = Pick<ReturnType<typeof useVersionedForm>, 'sending' | 'conflict'>;

/**
 * A form that changes something with a version. It opens on what was seen and sends its change on top of that. When somebody
 * else was faster there is a `conflict`: both versions, to choose from field by field; what is sent after the choice is what
 * differs from theirs. A newer version in which nothing of this form is another one is no conflict.
 */
export function useVersionedForm<
  Thing,
  Asked extends Thing,
  Written extends object,
  Name extends keyof Written & string,
  Key extends QueryKey,
>(options: Options<Thing, Asked, Written, Name, Key>) {
  const { thing, etag, of, words, label, query, send, said, onDone, keep } = options;
  const stand = useStand(() => ({ etag, before: of(thing) }), keep);
  const { before, written, change, standOn } = stand;
  const [theirs, setTheirs] = useState<Tagged<Thing>>();
  const queryClient = useQueryClient();

  const attempt = async (given: Written, on: Stand<Written>, again = true): Promise<Tagged<unknown>> => {
    try {
      return await send(given, { ...on, took: standOn });
    } catch (error) {
      if (!(error instanceof Refused && error.problem.code === 'version_conflict')) throw error;
      const { data, etag } = await queryClient.fetchQuery({ ...query, staleTime: 0 });
      const now = { etag: options.tag?.(data) ?? etag, before: of(data) };
      if (again && (same(now.before, on.before) || same(now.before, given)))
        return attempt(given, now, false);
      setTheirs({ data, etag: now.etag });
      throw error;
    }
  };
  const done = () => {
    stand.drop();
    void queryClient.invalidateQueries({ queryKey: query.queryKey.slice(0, 1) });
    onDone?.();
  };
  const save = useMutation({
    mutationFn: (given: Written) => attempt(given, stand),
    onSuccess: ({ etag }, given) => {
      standOn({ etag, before: given });
      if (said) toast(said);
      done();
    },
  });
  const goOn = ({ data, etag }: Tagged<Thing>, taken?: string[]) => {
    const left = of(data);
    standOn({ etag, before: left, written: taken ? withTheirs(written, left, taken) : left });
    setTheirs(undefined);
    save.reset();
  };

  const wrong = (path: string) => (save.error instanceof Refused ? save.error.field(path) : undefined);
  const [were, are] = [words(before), words(written)];
  return {
    /** What it stands on: a change is what differs from it. */
    before,
    written,
    /** What was changed, as far as words can tell. */
    changed: namesOf(are).filter((name) => were[name] !== are[name]),
    change,
    wrong,
    ...inputs(written, change, wrong),
    sending: { mutate: () => save.mutate(written), isPending: save.isPending, error: save.error },
    /** What somebody else left meanwhile. */
    theirs: theirs?.data,
    conflict: theirs && {
      differences: differences(label, [were, are, words(of(theirs.data))]),
      onGoOn: (taken: string[]) => goOn(theirs, taken),
      onTheirs: () => (goOn(theirs), done()),
    },
  };
}
