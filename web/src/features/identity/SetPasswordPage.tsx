import { Button, PasswordInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { useRef, useState, type FormEvent } from 'react';
import { api, got, Refused } from '@/lib/client';
import { t } from '@/lib/i18n';
import { meQuery } from '@/lib/session';
import { FormProblem } from '@/ui/form/FormProblem';
import { Skeleton } from '@/ui/Skeleton';
import { useFirstField } from '@/ui/use-form-focus';
import { Gate } from './Gate';

const route = getRouteApi('/set-password');

/** Where the link of an invitation or of a forgotten password leads. */
export function SetPasswordPage() {
  const { token } = route.useSearch();
  return (
    <Gate title={t('set-password.title')}>
      {token ? <WithLink secret={token} /> : <p role="alert">{t('set-password.no-token')}</p>}
      <Link to="/sign-in">{t('forgot.back')}</Link>
    </Gate>
  );
}

function WithLink({ secret }: { secret: string }) {
  const link = useQuery({
    queryKey: ['identity', 'link', secret],
    queryFn: () => got(api.GET('/api/v1/password-links/{secret}', { params: { path: { secret } } })),
    staleTime: Infinity,
  });
  if (link.error) return <FormProblem error={link.error} />;
  if (!link.data) return <Skeleton lines={2} />;
  return (
    <SetPassword secret={secret} name={link.data.name} email={link.data.email} madeBy={link.data.made_by} />
  );
}

type Props = { secret: string; name: string; email: string; madeBy: string | null };

function SetPassword({ secret, name, email, madeBy }: Props) {
  const [password, setPassword] = useState('');
  const form = useRef<HTMLFormElement>(null);
  useFirstField(form);
  const router = useRouter();
  const queryClient = useQueryClient();
  // Who has just chosen a password is not asked for it again.
  const set = useMutation({
    mutationFn: async () => {
      await got(
        api.PUT('/api/v1/password-links/{secret}', { params: { path: { secret } }, body: { password } }),
      );
      await got(api.POST('/api/v1/session', { body: { email, password } }));
    },
    onSuccess: async () => {
      await queryClient.resetQueries({ queryKey: meQuery.queryKey });
      router.history.push('/');
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    set.mutate();
  };
  const wrong = set.error instanceof Refused ? set.error.field('password') : undefined;
  return (
    <form ref={form} onSubmit={submit}>
      <p>{t('set-password.text', { name })}</p>
      {madeBy && <p className="soft small">{t('set-password.made-by', { who: madeBy })}</p>}
      {/* Tells password managers whose password this is. */}
      <input
        className="hidden-text"
        name="username"
        autoComplete="username"
        value={email}
        readOnly
        tabIndex={-1}
        aria-hidden="true"
      />
      <PasswordInput
        label={t('set-password.new')}
        description={t('set-password.hint')}
        name="password"
        autoComplete="new-password"
        required
        withAsterisk={false}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        error={wrong}
        aria-invalid={wrong !== undefined}
        visibilityToggleButtonProps={{ 'aria-label': t('sign-in.show-password') }}
      />
      <FormProblem error={set.error} except={['password']} />
      <Button type="submit" size="md" fullWidth loading={set.isPending}>
        {t('set-password.do')}
      </Button>
    </form>
  );
}
