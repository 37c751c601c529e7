import { NativeSelect, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { components } from '@/api/schema';
import { api, gotWithTag } from '@/lib/client';
import type { PersonName } from '@/lib/people';
import { t } from '@/lib/i18n';
import { differences, useChange, withTheirs } from '@/lib/use-change';
import { Conflict } from '@/ui/form/Conflict';
import { Form } from '@/ui/form/Form';
import { PersonInput } from '@/ui/form/PersonInput';
import form from '@/ui/form/form.module.css';
import { toast } from '@/ui/toast';
import { teamQuery } from './queries';

type Shapes = components['schemas'];
type Cadence = Shapes['TeamCadence'];
type Props = { team: Shapes['Team']; etag: string; teams: Shapes['TeamLine'][]; onDone: () => void };
type Written = { name: string; above: PersonName | null; cadence: Cadence | null; lead: PersonName | null };

const writtenOf = ({ name, parent, cadence, lead }: Shapes['Team']): Written => ({
  name,
  above: parent,
  cadence: cadence as Cadence | null,
  lead: lead && { id: lead.id, name: lead.name },
});
const said = ({ name, above, cadence, lead }: Written) => ({
  name,
  above: above?.name ?? '',
  cadence: t(cadence ? `cadence.${cadence}` : 'cadence.of-cycle'),
  lead: lead?.name ?? '',
});

export function EditTeamFields({ team, etag, teams, onDone }: Props) {
  const [before] = useState(() => writtenOf(team));
  const [given, setGiven] = useState(before);
  const queryClient = useQueryClient();
  const { save, theirs, goOn } = useChange({
    etag,
    send: (seen) =>
      gotWithTag(
        api.PATCH('/api/v1/teams/{team}', {
          params: { path: { team: team.id }, header: { 'If-Match': seen } },
          body: {
            name: given.name,
            cadence: given.cadence,
            ...(given.above?.id !== before.above?.id && { parent_id: given.above?.id ?? null }),
            ...(given.lead?.id !== before.lead?.id && { lead_id: given.lead?.id ?? null }),
          },
        }),
      ),
    read: () => queryClient.fetchQuery({ ...teamQuery(team.id), staleTime: 0 }),
    onSaved: () => {
      toast(t('saved'));
      void queryClient.invalidateQueries({ queryKey: ['people'] });
      onDone();
    },
  });
  if (theirs)
    return (
      <Conflict
        differences={differences(['name', 'above', 'cadence', 'lead'], (name) => t(`team.${name}`), [
          said(before),
          said(given),
          said(writtenOf(theirs)),
        ])}
        onGoOn={(taken) => {
          setGiven(withTheirs(given, writtenOf(theirs), taken));
          goOn();
        }}
        onTheirs={onDone}
      />
    );
  return (
    <Form sending={save} send={t('save')} fields={['name', 'parent_id', 'lead_id']} onCancel={onDone}>
      {(wrong) => (
        <>
          <TextInput
            label={t('team.name')}
            value={given.name}
            error={wrong('name')}
            onChange={(event) => setGiven({ ...given, name: event.currentTarget.value })}
          />
          <div className={form.pair}>
            {team.parent && (
              <NativeSelect
                label={t('team.above')}
                value={given.above?.id}
                error={wrong('parent_id')}
                data={teams
                  .filter(({ id }) => id !== team.id)
                  .map(({ id, name }) => ({ value: id, label: name }))}
                onChange={(event) =>
                  setGiven({
                    ...given,
                    above: teams.find(({ id }) => id === event.currentTarget.value) ?? null,
                  })
                }
              />
            )}
            <NativeSelect
              label={t('team.cadence')}
              value={given.cadence ?? ''}
              data={[
                { value: '', label: t('cadence.of-cycle') },
                ...(['weekly', 'two_weekly', 'monthly'] as const).map((value) => ({
                  value,
                  label: t(`cadence.${value}`),
                })),
              ]}
              onChange={(event) =>
                setGiven({ ...given, cadence: (event.currentTarget.value || null) as Cadence | null })
              }
            />
          </div>
          <PersonInput
            label={t('team.lead')}
            person={given.lead}
            error={wrong('lead_id')}
            onChange={(lead) => setGiven({ ...given, lead })}
          />
        </>
      )}
    </Form>
  );
}
