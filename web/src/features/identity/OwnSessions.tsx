import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, got } from '@/lib/client';
import { instant } from '@/lib/format';
import { t } from '@/lib/i18n';
import { FormProblem } from '@/ui/form/FormProblem';
import { Skeleton } from '@/ui/Skeleton';
import { browserName } from './browser-name';
import styles from './Account.module.css';

/** Where one is signed in; what looks strange can be ended. */
export function OwnSessions() {
  const { data, error } = useQuery({
    queryKey: ['own-sessions'],
    queryFn: () => got(api.GET('/api/v1/me/sessions')),
  });
  const queryClient = useQueryClient();
  const end = useMutation({
    mutationFn: (session: string) =>
      got(api.DELETE('/api/v1/me/sessions/{session}', { params: { path: { session } } })),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['own-sessions'] }),
  });
  if (error) return <FormProblem error={error} />;
  if (!data) return <Skeleton lines={3} />;
  return (
    <>
      <p className="soft small">{t('sessions.text')}</p>
      <FormProblem error={end.error} />
      <ul className={styles.list}>
        {data.items.map(({ id, agent, seen_at, current }) => (
          <li key={id}>
            <span>
              <strong>{browserName(agent) ?? t('sessions.unknown')}</strong>
              <span className="soft small">
                {current ? t('sessions.current') : t('sessions.seen', { when: instant(seen_at) })}
              </span>
            </span>
            {!current && (
              <Button variant="default" size="xs" onClick={() => end.mutate(id)}>
                {t('sessions.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
