import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, got } from '@/lib/client';
import { t } from '@/lib/i18n';
import { onNews } from '@/lib/live';
import { toast } from '@/ui/toast';

/** What the reader does with a notice; each way back is another of these. */
export type Act =
  | { what: 'read' | 'unread'; id: string }
  | { what: 'snooze'; id: string; until: number }
  | { what: 'read-all' };

function ask(act: Act) {
  if (act.what === 'read-all') return got(api.PUT('/api/v1/notices/read'));
  const params = { path: { notice: act.id } };
  if (act.what === 'snooze')
    return got(api.PUT('/api/v1/notices/{notice}/snooze', { params, body: { until: act.until } }));
  if (act.what === 'read') return got(api.PUT('/api/v1/notices/{notice}/read', { params }));
  return got(api.DELETE('/api/v1/notices/{notice}/read', { params }));
}

export function useNoticeActs() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ask,
    onError: () => toast(t('inbox.not-done'), { tone: 'problem' }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['notify'] }),
  });
}

/** While the inbox is open, a new notice shows at once. */
export function useNewNotices(person: string | undefined) {
  const queryClient = useQueryClient();
  useEffect(
    () =>
      onNews((news) => {
        if (news === 'all' || (person && news.includes(person)))
          void queryClient.invalidateQueries({ queryKey: ['notify'] });
      }),
    [person, queryClient],
  );
}
