import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, got } from '@/lib/client';
import { instantDay } from '@/lib/format';
import { t } from '@/lib/i18n';
import { CopyOnce } from '@/ui/CopyOnce';
import { EmptyState } from '@/ui/EmptyState';
import { Failure } from '@/ui/Failure';
import { FormProblem } from '@/ui/form/FormProblem';
import { Skeleton } from '@/ui/Skeleton';
import { NewToken } from './NewToken';
import { isPasswordWanted, PasswordAgain } from './PasswordAgain';
import styles from './Account.module.css';

const key = ['own-tokens'];

/** Secrets for programs that act for this person. */
export function TokensPage() {
  const { data, error, refetch } = useQuery({
    queryKey: key,
    queryFn: () => got(api.GET('/api/v1/me/tokens')),
  });
  const [made, setMade] = useState<{ name: string; secret: string }>();
  const queryClient = useQueryClient();
  const fresh = () => queryClient.invalidateQueries({ queryKey: key });
  const end = useMutation({
    mutationFn: (token: string) =>
      got(api.DELETE('/api/v1/me/tokens/{token}', { params: { path: { token } } })),
    onSettled: fresh,
  });
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={4} />;
  return (
    <div className={styles.columns}>
      <section className={`card ${styles.part}`}>
        <h2>{t('tokens.new')}</h2>
        {made && (
          <CopyOnce key={made.secret} label={t('tokens.made', { name: made.name })} text={made.secret} />
        )}
        <NewToken
          onMade={({ token, secret }) => {
            setMade({ name: token.name, secret });
            void fresh();
          }}
        />
      </section>
      <section className={`card ${styles.part}`}>
        <h2>{t('tokens.title')}</h2>
        {data.items.length === 0 && <EmptyState title={t('tokens.none')}>{t('tokens.none.text')}</EmptyState>}
        {isPasswordWanted(end.error) ? (
          <PasswordAgain onGiven={() => end.mutate(end.variables!)} />
        ) : (
          <FormProblem error={end.error} />
        )}
        <ul className={styles.list}>
          {data.items.map(({ id, name, scopes, expires_at }) => (
            <li key={id}>
              <span>
                <strong dir="auto">{name}</strong>
                <span className="soft small">
                  {[
                    ...scopes.map((scope) => t(`scope.${scope}`)),
                    t('tokens.until', { day: instantDay(expires_at) }),
                  ].join(' · ')}
                </span>
              </span>
              <Button
                variant="default"
                size="xs"
                aria-label={t('tokens.end', { name })}
                onClick={() => end.mutate(id)}
              >
                {t('sessions.end')}
              </Button>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
