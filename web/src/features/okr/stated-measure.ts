import { keepPreviousData, queryOptions, useQuery, type QueryClient } from '@tanstack/react-query';
import type { components } from '@/api/schema';
import { api, got } from '@/lib/client';
import { typedNumber } from '@/lib/format';
import { useRested } from '@/lib/use-rested';
import { blankKeyResult, type WrittenKeyResult } from './written';

type StatedMeasure = components['schemas']['StatedMeasure'];

const statedQuery = (sentence: string) =>
  queryOptions({
    queryKey: ['stated-measure', sentence],
    queryFn: async () =>
      (await got(api.GET('/api/v1/measures', { params: { query: { sentence } } }))).measure,
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

/** The same while it is typed, a moment after the last key. */
export function useStated(written: WrittenKeyResult, fixed = false): WrittenKeyResult {
  const sentence = useRested(written.title.trim());
  const asks = !fixed && sentence !== '' && isUnmeasured(written);
  const { data } = useQuery({ ...statedQuery(sentence), enabled: asks });
  return asks && written.title.trim() ? withStated(written, data ?? null) : written;
}

/** The same for what is sent, however quick it was; where it cannot be read, it goes as it was written. */
export const allStated = (queryClient: QueryClient, written: WrittenKeyResult[]) =>
  Promise.all(
    written.map(async (one) => {
      const sentence = one.title.trim();
      if (!sentence || !isUnmeasured(one)) return one;
      return withStated(one, await queryClient.fetchQuery(statedQuery(sentence)).catch(() => null));
    }),
  );
