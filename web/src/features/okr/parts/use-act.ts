import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Refused } from '@/lib/client';
import { t } from '@/lib/i18n';
import { toast } from '@/ui/toast';

type Options = { onDone?: () => void; quiet?: boolean };

/** One thing done to an objective; all that is shown of it is asked for again. What goes wrong is said, unless a form says it. */
export function useAct({ onDone, quiet }: Options = {}) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (work: () => Promise<unknown>) => work(),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['okr'] });
      onDone?.();
    },
    onError: (error) => {
      if (quiet) return;
      const text = error instanceof Refused ? error.message : t('failure.unreachable.text');
      toast(text, { tone: 'problem' });
    },
  });
}
