import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { useRef, useState, type FormEvent } from 'react';
import { api, got } from '@/lib/client';
import { t } from '@/lib/i18n';
import { meQuery } from '@/lib/session';
import { FormProblem } from '@/ui/form/FormProblem';
import { useFirstField } from '@/ui/use-form-focus';
import { Gate } from './Gate';

const route = getRouteApi('/sign-in');

/** Only a place of our own may follow a sign-in, never another site. */
const within = (back: string | undefined) => (back?.startsWith('/') && !/^\/[/\\]/.test(back) ? back : '/');

export function SignInPage() {
  const { back } = route.useSearch();
  const router = useRouter();
  const queryClient = useQueryClient();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const form = useRef<HTMLFormElement>(null);
  useFirstField(form);

  const signIn = useMutation({
    mutationFn: () => got(api.POST('/api/v1/session', { body: { email, password } })),
    onSuccess: async () => {
      await queryClient.resetQueries({ queryKey: meQuery.queryKey });
      router.history.push(within(back));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate();
  };

  return (
    <Gate title={t('sign-in.title')} note={back && back !== '/' ? t('sign-in.again') : undefined}>
      <form ref={form} onSubmit={submit}>
        <TextInput
          label={t('sign-in.email')}
          type="email"
          name="email"
          autoComplete="username"
          required
          withAsterisk={false}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('sign-in.password')}
          name="password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t('sign-in.show-password') }}
        />
        <FormProblem error={signIn.error} />
        <Button type="submit" size="md" fullWidth loading={signIn.isPending}>
          {t('sign-in.do')}
        </Button>
        <p>
          <Link to="/forgot-password">{t('sign-in.forgot')}</Link>
        </p>
      </form>
    </Gate>
  );
}
