import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, got } from '@/lib/client';
import { mappingOf, type ImportAnswer, type Kind, type Wishes } from './import';

type File = { name: string; text: string };
type Sent = { text: string; wishes: Wishes; dryRun: boolean };

/** A file on its way in: tried with each change of what is wished for, kept when somebody says so. */
export function useImport(kind: Kind) {
  const [file, setFile] = useState<File>();
  const [wishes, setWishes] = useState<Wishes>({ columns: {} });
  // The last answer stays in view while the next one is on its way.
  const [answer, setAnswer] = useState<ImportAnswer>();
  const queryClient = useQueryClient();
  const send = useMutation({
    mutationFn: ({ text, wishes: { columns, fiscalStart }, dryRun }: Sent) => {
      const body = { text, mapping: mappingOf(columns) };
      const query = { dry_run: dryRun };
      return got<ImportAnswer>(
        kind === 'okrs'
          ? api.POST('/api/v1/imports/okrs', {
              params: { query: { ...query, fiscal_start: fiscalStart } },
              body,
            })
          : api.POST('/api/v1/imports/people', { params: { query }, body }),
      );
    },
    onSuccess: (given) => {
      setAnswer(given);
      if (given.kept) void queryClient.invalidateQueries();
    },
  });
  const attempt = (text: string, next: Wishes) => {
    setWishes(next);
    send.mutate({ text, wishes: next, dryRun: true });
  };
  const clear = () => {
    setFile(undefined);
    setAnswer(undefined);
    send.reset();
  };
  const choose = (next: File) => {
    clear();
    setFile(next);
    attempt(next.text, { ...wishes, columns: {} });
  };
  const change = (part: Partial<Wishes>) => file && attempt(file.text, { ...wishes, ...part });
  const apply = () => file && send.mutate({ text: file.text, wishes, dryRun: false });
  return { file, wishes, answer, error: send.error, busy: send.isPending, choose, change, clear, apply };
}
