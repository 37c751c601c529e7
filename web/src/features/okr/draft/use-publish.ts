import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { api, got } from '@/lib/client';
import { t } from '@/lib/i18n';
import { toast } from '@/ui/toast';
import { useAct } from '../parts/use-act';

/** As long as nobody is told of a publication. */
const untoldMs = 10_000;

const takeBack = (id: string) =>
  got(api.DELETE('/api/v1/objectives/{objective}/publication', { params: { path: { objective: id } } }));

/** Says that it is published, and lets it be taken back before anybody is told. */
export function sayPublished(queryClient: QueryClient, id: string) {
  toast(t('objective.published'), {
    forMs: untoldMs,
    action: {
      label: t('objective.take-back'),
      run: () => {
        takeBack(id).then(
          () => {
            toast(t('objective.taken-back'));
            void queryClient.invalidateQueries({ queryKey: ['okr'] });
          },
          (error: unknown) => toast(error instanceof Error ? error.message : '', { tone: 'problem' }),
        );
      },
    },
  });
}

export function usePublish(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () =>
      got(api.PUT('/api/v1/objectives/{objective}/publication', { params: { path: { objective: id } } })),
    onSuccess: () => {
      sayPublished(queryClient, id);
      void queryClient.invalidateQueries({ queryKey: ['okr'] });
    },
  });
}

/** A draft again, later than that: while nobody else has taken part. */
export function useTakeBack(id: string) {
  const act = useAct({ onDone: () => toast(t('objective.taken-back')) });
  return () => act.mutate(() => takeBack(id));
}
