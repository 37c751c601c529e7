import { NativeSelect } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, got, intent, keyFor } from '@/lib/client';
import { t } from '@/lib/i18n';
import { Dialog } from '@/ui/Dialog';
import { Form } from '@/ui/form/Form';
import { Invitation } from './Invitation';
import { NameFields, type WrittenPerson } from './NameFields';
import { teamsQuery } from './queries';

const blank: WrittenPerson = { name: '', email: '', title: '', language: 'en', manager: null };

/** Adds a person and hands out the link with which they choose their password. */
export function AddPerson({ onClose }: { onClose: () => void }) {
  const [given, setGiven] = useState(blank);
  const [team, setTeam] = useState('');
  const [intended] = useState(intent);
  const { data: teams } = useQuery(teamsQuery);
  const queryClient = useQueryClient();
  const { manager, ...named } = given;
  const body = {
    ...named,
    team_ids: team ? [team] : [],
    roles: [],
    ...(manager && { manager_id: manager.id }),
  };
  const add = useMutation({
    mutationFn: () =>
      got(
        api.POST('/api/v1/people', {
          params: { header: { 'Idempotency-Key': keyFor(intended, body) } },
          body,
        }),
      ),
    onSuccess: () => void queryClient.invalidateQueries({ queryKey: ['people'] }),
  });
  if (add.data)
    return (
      <Dialog title={t('admin.added', { name: add.data.name })} onClose={onClose}>
        <Invitation person={add.data.id} name={add.data.name} />
      </Dialog>
    );
  const inTeam = (
    <NativeSelect
      label={t('people.team')}
      value={team}
      data={[
        { value: '', label: t('person.no-team') },
        ...(teams?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={(event) => setTeam(event.currentTarget.value)}
    />
  );
  return (
    <Dialog title={t('admin.add-person')} onClose={onClose}>
      <Form
        sending={add}
        send={t('admin.add')}
        fields={['name', 'email', 'title', 'manager_id']}
        onCancel={onClose}
      >
        {(wrong) => <NameFields person={given} wrong={wrong} beside={inTeam} mayReport onChange={setGiven} />}
      </Form>
    </Dialog>
  );
}
