import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, got } from '@/lib/client';
import { spoken } from '@/lib/i18n';
import { useRested } from '@/lib/use-rested';
import { keyResultOf, namedKeyResults, type Written } from './written';

/** The sentence and the hints of the server for what is written so far, a moment after the last key. */
export function useAdvice(written: Written, cycle_id: string | undefined) {
  const [level, id] = written.owner.split(':');
  const asked = useRested({
    title: written.title,
    key_results: namedKeyResults(written).map(keyResultOf),
    cycle_id,
    ...(level === 'team' ? { team_id: id } : { person_id: id }),
  });
  const { data } = useQuery({
    queryKey: ['okr', 'advice', spoken(), asked],
    queryFn: () =>
      got(api.POST('/api/v1/objective-advice', { params: { query: { language: spoken() } }, body: asked })),
    enabled: asked.title.trim() !== '' && cycle_id !== undefined,
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  });
  return asked.title.trim() ? data : undefined;
}
