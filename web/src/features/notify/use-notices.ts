import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, got } from '@/lib/client';
import { useFreshFor } from '@/lib/fresh-for';
import { t } from '@/lib/i18n';
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

const notices = ['notify'];

/** While the inbox is open, a new notice shows at once. */
export const useNewNotices = (person: string | undefined) => useFreshFor(person, notices);
