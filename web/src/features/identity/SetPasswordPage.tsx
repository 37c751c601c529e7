import { Button, PasswordInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { api, got, Refused } from '@/lib/client';
import { t } from '@/lib/i18n';
import { FormProblem } from '@/ui/FormProblem';
import { Gate } from './Gate';

const route = getRouteApi('/set-password');

/** Where the link of an invitation or of a forgotten password leads. */
export function SetPasswordPage() {
  const { token } = route.useSearch();
  return (
    <Gate title={t('set-password.title')}>
      {token ? <SetPassword token={token} /> : <p role="alert">{t('set-password.no-token')}</p>}
      <Link to="/sign-in">{t('forgot.back')}</Link>
    </Gate>
  );
}

function SetPassword({ token }: { token: string }) {
  const [password, setPassword] = useState('');
  const set = useMutation({
    mutationFn: () => got(api.PUT('/api/v1/password', { body: { token, password } })),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    set.mutate();
  };
  if (set.isSuccess) return <p role="status">{t('set-password.done')}</p>;
  return (
    <form onSubmit={submit}>
      <p>{t('set-password.text')}</p>
      <PasswordInput
        label={t('set-password.new')}
        autoComplete="new-password"
        required
        withAsterisk={false}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        error={set.error instanceof Refused ? set.error.field('password') : undefined}
        visibilityToggleButtonProps={{ 'aria-label': t('sign-in.show-password') }}
      />
      <FormProblem error={set.error} except={['password']} />
      <Button type="submit" size="md" fullWidth loading={set.isPending}>
        {t('set-password.do')}
      </Button>
    </form>
  );
}
