import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { api, got } from '@/lib/client';
import { readNumber } from '@/lib/format';
import { useRested } from '@/lib/use-rested';
import type { WrittenKeyResult } from '../draft/written';

type Figures = Pick<WrittenKeyResult, 'baseline' | 'target' | 'low' | 'high'>;

const wordingQuery = (sentence: string, figures: Figures) =>
  queryOptions({
    queryKey: ['wording', sentence, figures],
    queryFn: () => {
      const { baseline, target, low, high } = figures;
      const within = low.trim() !== '' || high.trim() !== '';
      const body = {
        sentence,
        baseline: readNumber(baseline),
        ...(within ? { low: readNumber(low), high: readNumber(high) } : { target: readNumber(target) }),
      };
      return got(api.POST('/api/v1/wordings', { body }));
    },
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });

/** The sentence as it would say the figures that stand in the form; nothing where it says them already. */
export function useWording({ title, kind, baseline, target, low, high }: WrittenKeyResult, asks: boolean) {
  const figures = useRested(JSON.stringify({ baseline, target, low, high }));
  const measured = kind !== 'yes_no' && kind !== 'milestones';
  const { data } = useQuery({
    ...wordingQuery(title, JSON.parse(figures) as Figures),
    enabled: asks && measured && title.trim() !== '',
  });
  return (asks && data?.sentence) || undefined;
}
