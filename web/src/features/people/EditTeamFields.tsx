import { NativeSelect, TextInput } from '@mantine/core';
import type { components } from '@/api/schema';
import { api, gotWithTag } from '@/lib/client';
import type { PersonName } from '@/lib/people';
import { t } from '@/lib/i18n';
import { PersonInput } from '@/ui/form/PersonInput';
import { useVersionedForm } from '@/ui/form/use-versioned-form';
import { VersionedForm } from '@/ui/form/VersionedForm';
import styles from '@/ui/form/form.module.css';
import { teamQuery } from './queries';

type Shapes = components['schemas'];
type Props = { team: Shapes['Team']; etag: string; teams: Shapes['TeamLine'][]; onDone: () => void };
type Written = {
  name: string;
  above: PersonName | null;
  /** Empty where it is the cycle's. */
  cadence: '' | Shapes['TeamCadence'];
  lead: PersonName | null;
};

const writtenOf = ({ name, parent, cadence, lead }: Shapes['Team']): Written => ({
  name,
  above: parent,
  cadence: (cadence ?? '') as Written['cadence'],
  lead: lead && { id: lead.id, name: lead.name },
});
const inWords = ({ name, above, cadence, lead }: Written) => ({
  name,
  above: above?.name ?? '',
  cadence: t(cadence ? `cadence.${cadence}` : 'cadence.of-cycle'),
  lead: lead?.name ?? '',
});

export function EditTeamFields({ team, etag, teams, onDone }: Props) {
  const form = useVersionedForm({
    thing: team,
    etag,
    of: writtenOf,
    words: inWords,
    label: (name) => t(`team.${name}`),
    query: teamQuery(team.id),
    send: ({ name, above, cadence, lead }, { before, etag }) =>
      gotWithTag(
        api.PATCH('/api/v1/teams/{team}', {
          params: { path: { team: team.id }, header: { 'If-Match': etag } },
          body: {
            name,
            cadence: cadence || null,
            ...(above?.id !== before.above?.id && { parent_id: above?.id ?? null }),
            ...(lead?.id !== before.lead?.id && { lead_id: lead?.id ?? null }),
          },
        }),
      ),
    said: t('saved'),
    onDone,
  });
  const { written, set, wrong } = form;
  return (
    <VersionedForm form={form} send={t('save')} fields={['name', 'parent_id', 'lead_id']} onCancel={onDone}>
      <TextInput label={t('team.name')} {...form.field('name')} />
      <div className={styles.pair}>
        {team.parent && (
          <NativeSelect
            label={t('team.above')}
            value={written.above?.id}
            error={wrong('parent_id')}
            data={teams
              .filter(({ id }) => id !== team.id)
              .map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(event) =>
              set('above')(teams.find(({ id }) => id === event.currentTarget.value) ?? null)
            }
          />
        )}
        <NativeSelect
          label={t('team.cadence')}
          {...form.field('cadence')}
          data={[
            { value: '', label: t('cadence.of-cycle') },
            ...(['weekly', 'two_weekly', 'monthly'] as const).map((value) => ({
              value,
              label: t(`cadence.${value}`),
            })),
          ]}
        />
      </div>
      <PersonInput
        label={t('team.lead')}
        person={written.lead}
        error={wrong('lead_id')}
        onChange={set('lead')}
      />
    </VersionedForm>
  );
}
