import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, got } from '@/lib/client';
import { t } from '@/lib/i18n';
import type { PersonName } from '@/lib/people';
import { PersonInput } from '@/ui/form/PersonInput';
import { teamsQuery } from '../parts/queries';
import { indented } from '../parts/team-tree';
import { SmallForm } from './SmallForm';

type ShareProps = { objective: string; onDone: () => void };

export function SharePerson({ objective, onDone }: ShareProps) {
  const [person, setPerson] = useState<PersonName | null>(null);
  const path = { objective, person: person?.id ?? '' };
  const work = () => got(api.PUT('/api/v1/objectives/{objective}/readers/{person}', { params: { path } }));
  return (
    <SmallForm send={t('draft.share')} work={work} onDone={onDone}>
      {() => <PersonInput label={t('draft.with-whom')} person={person} onChange={setPerson} />}
    </SmallForm>
  );
}

export function ShareTeam({ objective, onDone }: ShareProps) {
  const { data } = useQuery(teamsQuery);
  const teams = indented(data?.items ?? []);
  const [chosen, setChosen] = useState('');
  const path = { objective, team: chosen || (teams[0]?.id ?? '') };
  const work = () => got(api.PUT('/api/v1/objectives/{objective}/reader-teams/{team}', { params: { path } }));
  return (
    <SmallForm send={t('draft.share')} work={work} onDone={onDone}>
      {() => (
        <NativeSelect
          label={t('draft.with-team')}
          data={teams.map(({ id, text }) => ({ value: id, label: text }))}
          value={path.team}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
      )}
    </SmallForm>
  );
}
