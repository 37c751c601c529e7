import { queryOptions, keepPreviousData } from '@tanstack/react-query';
import type { components } from '@/api/schema';
import { api, got } from '@/lib/client';
import { typedNumber } from '@/lib/format';
import { spoken } from '@/lib/i18n';
import { blankKeyResult, type Written } from './written';

export type Example = components['schemas']['Template'];
export type ExampleFunction = Example['function'];

export const examplesQuery = (func: ExampleFunction | '', text: string) =>
  queryOptions({
    queryKey: ['guide', 'templates', spoken(), func, text],
    queryFn: () =>
      got(
        api.GET('/api/v1/templates', {
          params: {
            query: { function: func || undefined, text: text.trim() || undefined, language: spoken() },
          },
        }),
      ),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });

const typed = (value: number | null) => (value === null ? '' : typedNumber(value));

/** What is written after an example was taken; who, when and the rest stay. */
export const takenFrom = (written: Written, { title, why, key_results }: Example): Written => ({
  ...written,
  title,
  why,
  key_results: key_results.map(({ title, kind, baseline, target, change_percent, unit }) => ({
    ...blankKeyResult,
    title,
    kind,
    shape: change_percent === null ? 'change' : 'by',
    baseline: typed(baseline),
    target: typed(target),
    by: typed(change_percent),
    unit,
  })),
});
