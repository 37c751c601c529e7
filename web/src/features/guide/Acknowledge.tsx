import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { components } from '@/api/schema';
import { api, got } from '@/lib/client';
import { instantDay } from '@/lib/format';
import { t } from '@/lib/i18n';
import { FormProblem } from '@/ui/form/FormProblem';
import styles from './Guidelines.module.css';

/** "I have read this", once for each version; HR sees how many have. */
export function Acknowledge({ guidelines }: { guidelines: components['schemas']['Guidelines'] }) {
  const { version, acknowledged_at, acknowledgements, people } = guidelines;
  const queryClient = useQueryClient();
  const say = useMutation({
    mutationFn: () => got(api.PUT('/api/v1/guidelines/acknowledgement', { body: { version } })),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['guide'] }),
  });
  return (
    <footer className={`${styles.foot} no-print`}>
      {acknowledged_at ? (
        <p role="status">{t('guidelines.read-on', { day: instantDay(acknowledged_at) })}</p>
      ) : (
        <Button onClick={() => say.mutate()} loading={say.isPending}>
          {t('guidelines.acknowledge')}
        </Button>
      )}
      {acknowledgements !== null && people !== null && (
        <p className="soft small">{t('guidelines.count', { count: acknowledgements, people })}</p>
      )}
      <FormProblem error={say.error} />
    </footer>
  );
}
