import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { components } from '@/api/schema';
import { api, got, Refused } from '@/lib/client';
import { t } from '@/lib/i18n';
import { FormProblem } from '@/ui/form/FormProblem';
import form from '@/ui/form/form.module.css';
import { isPasswordWanted, PasswordAgain } from './PasswordAgain';

type Scope = components['schemas']['Scope'];
type Made = components['schemas']['TokenWithSecret'];

const scopesThereAre: Scope[] = ['read', 'write', 'administer'];

export function NewToken({ onMade }: { onMade: (made: Made) => void }) {
  const [name, setName] = useState('');
  const [days, setDays] = useState(90);
  const [scopes, setScopes] = useState<Scope[]>(['read']);
  const make = useMutation({
    mutationFn: () => got(api.POST('/api/v1/me/tokens', { body: { name, scopes, expires_in_days: days } })),
    onSuccess: (made) => {
      setName('');
      onMade(made);
    },
  });
  const wrong = make.error instanceof Refused ? make.error.field('name') : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate();
  };
  const toggle = (scope: Scope) =>
    setScopes(scopes.includes(scope) ? scopes.filter((one) => one !== scope) : [...scopes, scope]);
  if (isPasswordWanted(make.error)) return <PasswordAgain onGiven={() => make.mutate()} />;
  return (
    <form className={form.form} onSubmit={submit}>
      <TextInput
        label={t('tokens.name')}
        description={t('tokens.name.hint')}
        required
        withAsterisk={false}
        value={name}
        error={wrong}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <fieldset className={form.group}>
        <legend>{t('tokens.scopes')}</legend>
        {scopesThereAre.map((scope) => (
          <label key={scope} className={form.check}>
            <input type="checkbox" checked={scopes.includes(scope)} onChange={() => toggle(scope)} />
            {t(`scope.${scope}.long`)}
          </label>
        ))}
      </fieldset>
      <NativeSelect
        label={t('tokens.life')}
        value={String(days)}
        data={[7, 30, 90, 366].map((value) => ({
          value: String(value),
          label: t('tokens.days', { count: value }),
        }))}
        onChange={(event) => setDays(Number(event.currentTarget.value))}
      />
      <FormProblem error={wrong ? null : make.error} except={['name']} />
      <div className={form.actions}>
        <Button type="submit" loading={make.isPending}>
          {t('tokens.make')}
        </Button>
      </div>
    </form>
  );
}
