import { keepPreviousData, queryOptions, useQuery, type QueryClient } from '@tanstack/react-query';
import type { components } from '@/api/schema';
import { api, got } from '@/lib/client';
import { typedNumber } from '@/lib/format';
import { useRested } from '@/lib/use-rested';
import { blankKeyResult, type WrittenKeyResult } from './written';

type StatedMeasure = components['schemas']['StatedMeasure'];
type Reading = components['schemas']['MeasureReading'];

const statedQuery = (sentence: string) =>
  queryOptions({
    queryKey: ['stated-measure', sentence],
    queryFn: async () => await got(api.GET('/api/v1/measures', { params: { query: { sentence } } })),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 60_000,
  });

const parts = [
  'kind',
  'shape',
  'way',
  'baseline',
  'target',
  'by',
  'low',
  'high',
  'unit',
  'milestones',
] as const;
const isUnmeasured = (written: WrittenKeyResult) =>
  parts.every((part) => written[part] === blankKeyResult[part]);

const typed = (value: number | null) => (value === null ? '' : typedNumber(value));

/** The measure that its sentence states, where nobody wrote another one. */
export function withStated(written: WrittenKeyResult, stated: StatedMeasure | null): WrittenKeyResult {
  if (!stated || !isUnmeasured(written)) return written;
  const { kind, direction, baseline, target, change_percent, low, high, unit } = stated;
  const within = direction === 'stay_within';
  const turned = direction === 'rise' || direction === 'fall';
  return {
    ...written,
    kind,
    shape: change_percent !== null ? 'by' : turned ? 'change' : direction,
    way: direction === 'fall' ? 'fall' : 'rise',
    baseline: typed(baseline),
    target: within ? '' : typed(target),
    by: typed(change_percent),
    low: typed(low),
    high: typed(high),
    unit,
  };
}

type Stated = { measured: WrittenKeyResult; asksStart: Reading['asks_start'] };

/** The same while it is typed, a moment after the last key; and a change whose start the sentence leaves out. */
export function useStated(written: WrittenKeyResult, fixed = false): Stated {
  const sentence = useRested(written.title.trim());
  const asks = !fixed && sentence !== '' && isUnmeasured(written);
  const { data } = useQuery({ ...statedQuery(sentence), enabled: asks });
  if (!asks || !written.title.trim()) return { measured: written, asksStart: null };
  return { measured: withStated(written, data?.measure ?? null), asksStart: data?.asks_start ?? null };
}

/** The same for what is sent, however quick it was; where it cannot be read, it goes as it was written. */
export const allStated = (queryClient: QueryClient, written: WrittenKeyResult[]) =>
  Promise.all(
    written.map(async (one) => {
      const sentence = one.title.trim();
      if (!sentence || !isUnmeasured(one)) return one;
      const reading = await queryClient.fetchQuery(statedQuery(sentence)).catch(() => null);
      return withStated(one, reading?.measure ?? null);
    }),
  );
