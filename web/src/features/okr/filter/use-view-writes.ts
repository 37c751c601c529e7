import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, got, intent, keyFor } from '@/lib/client';
import { t } from '@/lib/i18n';
import { toast } from '@/ui/toast';
import type { View } from '../parts/shapes';

export type NewView = { name: string; query: string; sharing: View['sharing']; team_id?: string };

/** What one does with saved views; the list is asked for again after each. */
export function useViewWrites() {
  const queryClient = useQueryClient();
  const [intended] = useState(intent);
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: ['okr', 'views'] });
  const onError = (failure: Error) => void toast(failure.message || t('views.failed'), { tone: 'problem' });

  const create = useMutation({
    mutationFn: (body: NewView) =>
      got(
        api.POST('/api/v1/views', {
          params: { header: { 'Idempotency-Key': keyFor(intended, body) } },
          body,
        }),
      ),
    onSuccess,
  });
  const change = useMutation({
    mutationFn: ({ view, query }: { view: View; query: string }) =>
      got(
        api.PATCH('/api/v1/views/{view}', {
          params: { path: { view: view.id }, header: { 'If-Match': `"${view.version}"` } },
          body: { query },
        }),
      ),
    onSuccess,
    onError,
  });
  const remove = useMutation({
    mutationFn: (id: string) => got(api.DELETE('/api/v1/views/{view}', { params: { path: { view: id } } })),
    onSuccess,
    onError,
  });
  const pin = useMutation({
    mutationFn: ({ id, pinned }: { id: string; pinned: boolean }) => {
      const params = { params: { path: { view: id } } };
      return got(
        pinned ? api.PUT('/api/v1/views/{view}/pin', params) : api.DELETE('/api/v1/views/{view}/pin', params),
      );
    },
    onSuccess,
    onError,
  });
  return { create, change, remove, pin };
}
