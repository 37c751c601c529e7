import { Button, PasswordInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api, got, Refused } from '@/lib/client';
import { t } from '@/lib/i18n';
import { FormProblem } from '@/ui/form/FormProblem';
import form from '@/ui/form/form.module.css';

export const isPasswordWanted = (error: unknown) =>
  error instanceof Refused && error.problem.code === 'password_wanted';

/** Asks for the own password once more before what opens an account is made or ended. */
export function PasswordAgain({ onGiven }: { onGiven: () => void }) {
  const [password, setPassword] = useState('');
  const give = useMutation({
    mutationFn: () => got(api.PUT('/api/v1/me/session/proof', { body: { password } })),
    onSuccess: onGiven,
  });
  const wrong = give.error instanceof Refused ? give.error.field('password') : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    give.mutate();
  };
  return (
    <form className={form.form} onSubmit={submit}>
      <p role="status">{t('password-again.text')}</p>
      <PasswordInput
        label={t('password.current')}
        autoComplete="current-password"
        required
        withAsterisk={false}
        data-autofocus
        value={password}
        error={wrong}
        onChange={(event) => setPassword(event.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': t('sign-in.show-password') }}
      />
      <FormProblem error={give.error} except={['password']} />
      <div className={form.actions}>
        <Button type="submit" loading={give.isPending}>
          {t('password-again.do')}
        </Button>
      </div>
    </form>
  );
}
