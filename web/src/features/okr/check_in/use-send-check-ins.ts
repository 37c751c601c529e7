import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, got, keyFor, Refused, Unreachable } from '@/lib/client';
import { checkInOf, entryOf, isReady, skipsOf, type Run } from './check-in-run';
import type { DueKeyResult } from '../parts/shapes';

const ready = (keyResults: DueKeyResult[], run: Run) => keyResults.filter((one) => isReady(run, one));

/** Sends all that is ready in one request, all or nothing, with the reasons of what was skipped. The draft goes only when the server has answered. */
export function useSendCheckIns(keyResults: DueKeyResult[], run: Run, onSent: () => void) {
  const queryClient = useQueryClient();
  const send = useMutation({
    mutationFn: () => {
      const check_ins = ready(keyResults, run).map((one) => checkInOf(entryOf(run, one), one));
      const body = { check_ins, skips: skipsOf(run, keyResults) };
      const header = { 'Idempotency-Key': keyFor(run.key, body) };
      return got(api.POST('/api/v1/check-ins', { params: { header }, body }));
    },
    onSuccess: () => {
      onSent();
      void queryClient.invalidateQueries({ queryKey: ['okr'] });
    },
  });
  useSendWhenBack(send.error instanceof Unreachable, send.mutate);
  return send;
}

/** What could not leave without a connection leaves as soon as there is one; its key makes that one write. */
function useSendWhenBack(waiting: boolean, send: () => void) {
  useEffect(() => {
    if (!waiting) return;
    const again = () => send();
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, [waiting, send]);
}

/** What the server says of single fields, by key result and field. */
export function fieldErrors(error: unknown, keyResults: DueKeyResult[], run: Run): Record<string, string> {
  if (!(error instanceof Refused)) return {};
  const sent = ready(keyResults, run);
  return Object.fromEntries(
    (error.problem.fields ?? []).flatMap(({ path, detail }) => {
      const [, index, field] = /^check_ins\[(\d+)\]\.(\w+)/.exec(path) ?? [];
      const keyResult = sent[Number(index)];
      return keyResult && field ? [[`${keyResult.id}.${field}`, detail]] : [];
    }),
  );
}
