import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { components } from '@/api/schema';
import { api, got } from '@/lib/client';
import { t } from '@/lib/i18n';
import { FormProblem } from '@/ui/FormProblem';
import form from '@/ui/form.module.css';
import { toast } from '@/ui/toast';

type Person = components['schemas']['Person'];
type Role = components['schemas']['Role'];

const given: Role[] = ['hr', 'administrator', 'executive', 'auditor'];

/** What somebody is in the organisation, beside being employed. */
export function PersonRoles({ person }: { person: Person }) {
  const [roles, setRoles] = useState(person.roles);
  const queryClient = useQueryClient();
  const save = useMutation({
    mutationFn: () =>
      got(
        api.PUT('/api/v1/people/{person}/roles', {
          params: { path: { person: person.id } },
          body: { roles },
        }),
      ),
    onSuccess: () => toast(t('saved')),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['people'] }),
  });
  const toggle = (role: Role) =>
    setRoles(roles.includes(role) ? roles.filter((one) => one !== role) : [...roles, role]);
  const changed = [...roles].sort().join() !== [...person.roles].sort().join();
  return (
    <fieldset className={form.group}>
      <legend>{t('roles.title')}</legend>
      {given.map((role) => (
        <label key={role} className={form.check}>
          <input type="checkbox" checked={roles.includes(role)} onChange={() => toggle(role)} />
          <span>
            {t(`role.${role}`)} <span className="soft small">{t(`role.${role}.text`)}</span>
          </span>
        </label>
      ))}
      <FormProblem error={save.error} />
      {changed && (
        <Button onClick={() => save.mutate()} loading={save.isPending}>
          {t('roles.save')}
        </Button>
      )}
    </fieldset>
  );
}
