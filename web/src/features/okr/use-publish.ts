import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, got } from '@/lib/client';
import { t } from '@/lib/i18n';
import { toast } from '@/ui/toast';

export function usePublish(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () =>
      got(api.PUT('/api/v1/objectives/{objective}/publication', { params: { path: { objective: id } } })),
    onSuccess: () => {
      toast(t('objective.published'));
      void queryClient.invalidateQueries({ queryKey: ['okr'] });
    },
  });
}
