import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { components } from '@/api/schema';
import { api, got } from '@/lib/client';
import { t } from '@/lib/i18n';
import { FormProblem } from '@/ui/form/FormProblem';
import { PersonChip } from '@/ui/PersonChip';
import { PersonInput } from '@/ui/form/PersonInput';
import admin from './Admin.module.css';

/** Who is in a team; each change counts at once. */
export function TeamMembers({ team }: { team: components['schemas']['Team'] }) {
  const queryClient = useQueryClient();
  const change = useMutation({
    mutationFn: async ({ person, here }: { person: string; here: boolean }) => {
      const path = { params: { path: { team: team.id, person } } };
      if (here) await got(api.PUT('/api/v1/teams/{team}/members/{person}', path));
      else await got(api.DELETE('/api/v1/teams/{team}/members/{person}', path));
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['people'] }),
  });
  return (
    <>
      <h3>{t('people.members', { count: team.members.length })}</h3>
      <PersonInput
        label={t('team.add-member')}
        person={null}
        onChange={({ id }) => change.mutate({ person: id, here: true })}
      />
      <FormProblem error={change.error} />
      {team.members.length > 0 && (
        // A list that scrolls has to be reached by keyboard.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <ul className={admin.members} tabIndex={0} aria-label={t('team.people')}>
          {team.members.map(({ id, name }) => (
            <li key={id}>
              <PersonChip name={name} />
              <Button
                variant="default"
                size="xs"
                aria-label={t('team.remove-member', { name })}
                onClick={() => change.mutate({ person: id, here: false })}
              >
                {t('remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
