import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { components } from '@/api/schema';
import { api, got, Refused } from '@/lib/client';
import { t } from '@/lib/i18n';
import { FormProblem } from '@/ui/FormProblem';
import form from '@/ui/form.module.css';
import { toast } from '@/ui/toast';
import { FindPerson } from './FindPerson';

type Shapes = components['schemas'];
type Cadence = Shapes['TeamCadence'];
type Props = { team: Shapes['Team']; etag: string; teams: Shapes['TeamLine'][]; onDone: () => void };

export function EditTeamFields({ team, etag, teams, onDone }: Props) {
  const [name, setName] = useState(team.name);
  const [parent, setParent] = useState(team.parent?.id ?? '');
  const [cadence, setCadence] = useState(team.cadence ?? '');
  const [lead, setLead] = useState(team.lead?.id ?? null);
  const queryClient = useQueryClient();
  const save = useMutation({
    mutationFn: () =>
      got(
        api.PATCH('/api/v1/teams/{team}', {
          params: { path: { team: team.id }, header: { 'If-Match': etag } },
          body: {
            name,
            cadence: (cadence || null) as Cadence | null,
            ...(parent !== (team.parent?.id ?? '') && { parent_id: parent }),
            ...(lead !== (team.lead?.id ?? null) && { lead_id: lead }),
          },
        }),
      ),
    onSuccess: () => {
      toast(t('saved'));
      onDone();
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['people'] }),
  });
  const wrong = (field: string) => (save.error instanceof Refused ? save.error.field(field) : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form className={form.form} onSubmit={submit}>
      <TextInput
        label={t('team.name')}
        value={name}
        error={wrong('name')}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <div className={form.pair}>
        {team.parent && (
          <NativeSelect
            label={t('team.above')}
            value={parent}
            error={wrong('parent_id')}
            data={teams
              .filter(({ id }) => id !== team.id)
              .map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(event) => setParent(event.currentTarget.value)}
          />
        )}
        <NativeSelect
          label={t('team.cadence')}
          value={cadence}
          data={[
            { value: '', label: t('cadence.of-cycle') },
            ...(['weekly', 'two_weekly', 'monthly'] as const).map((value) => ({
              value,
              label: t(`cadence.${value}`),
            })),
          ]}
          onChange={(event) => setCadence(event.currentTarget.value)}
        />
      </div>
      <FindPerson
        label={t('team.lead')}
        value={team.lead?.name}
        error={wrong('lead_id')}
        onFind={({ id }) => setLead(id)}
      />
      <FormProblem error={save.error} except={['name', 'parent_id', 'lead_id']} />
      <div className={form.actions}>
        <Button type="submit" loading={save.isPending}>
          {t('save')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
