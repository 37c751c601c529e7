import type { QueryClient } from '@tanstack/react-query';
import { api, got } from '@/lib/client';
import { typedNumber } from '@/lib/format';
import { t } from '@/lib/i18n';
import { kpiTakenQuery, takenFromKpi } from './kpi-taken';
import { blankKeyResult, namedKeyResults, type Written, type WrittenKeyResult } from './written';
import type { Suggestion } from './suggestion-text';

const typed = (value: number | null) => (value === null ? '' : typedNumber(value));

/** A key result from a suggestion; its sentence says the new figures where the server can say them. */
async function keyResultFrom(queryClient: QueryClient, suggestion: Suggestion): Promise<WrittenKeyResult> {
  const { kind, title, measure, direction, baseline, target, unit, kpi_id } = suggestion;
  if (kind === 'kpi' && kpi_id) {
    const kpi = await queryClient.fetchQuery(kpiTakenQuery(kpi_id));
    return { ...takenFromKpi(blankKeyResult, kpi), title: t('write.kpi.title', { name: title }) };
  }
  const figures = { ...(baseline !== null && { baseline }), ...(target !== null && { target }) };
  const said = await got(api.POST('/api/v1/wordings', { body: { sentence: title, ...figures } }));
  return {
    ...blankKeyResult,
    title: said.sentence ?? title,
    kind: measure,
    way: direction === 'fall' ? 'fall' : 'rise',
    baseline: typed(baseline),
    target: typed(target),
    unit,
    kpi_id: kpi_id ?? '',
  };
}

/** The form with a suggestion taken: a key result behind those that are written, or words. */
export async function withTaken(queryClient: QueryClient, written: Written, suggestion: Suggestion) {
  const { kind, text } = suggestion;
  if (kind === 'resolved' && !written.title.trim()) return { ...written, title: text };
  if (kind === 'learning' || kind === 'resolved')
    return { ...written, why: [written.why.trim(), text].filter(Boolean).join('\n') };
  const keyResult = await keyResultFrom(queryClient, suggestion);
  return { ...written, key_results: [...namedKeyResults(written), keyResult] };
}
