import { Button, PasswordInput } from '@mantine/core';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api, got, Refused } from '@/lib/client';
import { t } from '@/lib/i18n';
import { meQuery } from '@/lib/session';
import { FormProblem } from '@/ui/form/FormProblem';
import form from '@/ui/form/form.module.css';
import { toast } from '@/ui/toast';

export function ChangePassword() {
  const { data: me } = useSuspenseQuery(meQuery);
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [keepTokens, setKeepTokens] = useState(false);
  const queryClient = useQueryClient();
  const change = useMutation({
    mutationFn: () =>
      got(api.PUT('/api/v1/me/password', { body: { current, password, keep_tokens: keepTokens } })),
    onSuccess: () => {
      setCurrent('');
      setPassword('');
      toast(t('password.done'));
      void queryClient.invalidateQueries({ queryKey: ['own-sessions'] });
    },
  });
  const wrong = (field: string) => (change.error instanceof Refused ? change.error.field(field) : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate();
  };
  const toggle = { 'aria-label': t('sign-in.show-password') };
  return (
    <form className={form.form} onSubmit={submit}>
      {/* Tells password managers whose password this is. */}
      <input
        className="hidden-text"
        name="username"
        autoComplete="username"
        value={me.email}
        readOnly
        tabIndex={-1}
        aria-hidden="true"
      />
      <PasswordInput
        label={t('password.current')}
        autoComplete="current-password"
        required
        withAsterisk={false}
        value={current}
        error={wrong('current')}
        onChange={(event) => setCurrent(event.currentTarget.value)}
        visibilityToggleButtonProps={toggle}
      />
      <PasswordInput
        label={t('set-password.new')}
        description={t('set-password.hint')}
        autoComplete="new-password"
        required
        withAsterisk={false}
        value={password}
        error={wrong('password')}
        onChange={(event) => setPassword(event.currentTarget.value)}
        visibilityToggleButtonProps={toggle}
      />
      <label className={form.check}>
        <input
          type="checkbox"
          checked={keepTokens}
          onChange={(event) => setKeepTokens(event.currentTarget.checked)}
        />
        {t('password.keep-tokens')}
      </label>
      <FormProblem error={change.error} except={['current', 'password']} />
      <div className={form.actions}>
        <Button type="submit" loading={change.isPending}>
          {t('password.change')}
        </Button>
      </div>
    </form>
  );
}
