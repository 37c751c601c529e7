import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, got } from '@/lib/client';
import { t } from '@/lib/i18n';
import type { PersonName } from '@/lib/people';
import { toast } from '@/ui/toast';

const namesOf = (people: PersonName[]) => people.map(({ name }) => name).join(', ');

/** Reminds the people who are named, or all whom one may, and says who was told. */
export function useRemind(cycle: string, team?: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (people: string[]) =>
      got(
        api.POST('/api/v1/cycles/{cycle}/reminders', {
          params: { path: { cycle } },
          body: { team_id: team ?? null, person_ids: people },
        }),
      ),
    onSuccess: ({ told, passed_over }) => {
      if (told.length > 0) toast(t('late.told', { names: namesOf(told) }));
      if (passed_over.length > 0) toast(t('late.passed-over', { names: namesOf(passed_over) }));
      void queryClient.invalidateQueries({ queryKey: ['okr', 'late'] });
    },
  });
}
