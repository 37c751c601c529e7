import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { api, got } from '@/lib/client';
import { t } from '@/lib/i18n';
import { FormProblem } from '@/ui/FormProblem';
import { Gate } from './Gate';

/** Asks for a link; the answer is the same whether the address is known or not. */
export function ForgotPasswordPage() {
  const [email, setEmail] = useState('');
  const ask = useMutation({
    mutationFn: () => got(api.POST('/api/v1/password-resets', { body: { email } })),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate();
  };
  return (
    <Gate title={t('forgot.title')}>
      {ask.isSuccess ? (
        <p role="status">{t('forgot.sent')}</p>
      ) : (
        <form onSubmit={submit}>
          <p>{t('forgot.text')}</p>
          <TextInput
            label={t('sign-in.email')}
            type="email"
            autoComplete="username"
            required
            withAsterisk={false}
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <FormProblem error={ask.error} />
          <Button type="submit" size="md" fullWidth loading={ask.isPending}>
            {t('forgot.do')}
          </Button>
        </form>
      )}
      <Link to="/sign-in">{t('forgot.back')}</Link>
    </Gate>
  );
}
