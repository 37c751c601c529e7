import { NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { components } from '@/api/schema';
import { api, got, intent, keyFor } from '@/lib/client';
import type { PersonName } from '@/lib/people';
import { t } from '@/lib/i18n';
import { Dialog } from '@/ui/Dialog';
import { Form } from '@/ui/form/Form';
import { PersonInput } from '@/ui/form/PersonInput';
import form from '@/ui/form/form.module.css';

type Kind = components['schemas']['TeamKind'];
type Props = { teams: components['schemas']['TeamLine'][]; onClose: () => void };

export function AddTeam({ teams, onClose }: Props) {
  const [name, setName] = useState('');
  const [kind, setKind] = useState<Kind>('team');
  const [parent, setParent] = useState(teams[0]?.id ?? '');
  const [lead, setLead] = useState<PersonName | null>(null);
  const [intended] = useState(intent);
  const queryClient = useQueryClient();
  const body = { name, kind, ...(parent && { parent_id: parent }), ...(lead && { lead_id: lead.id }) };
  const add = useMutation({
    mutationFn: () =>
      got(
        api.POST('/api/v1/teams', {
          params: { header: { 'Idempotency-Key': keyFor(intended, body) } },
          body,
        }),
      ),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: ['people'] });
      onClose();
    },
  });
  return (
    <Dialog title={t('admin.add-team')} onClose={onClose}>
      <Form sending={add} send={t('admin.add')} fields={['name', 'lead_id']} onCancel={onClose}>
        {(wrong) => (
          <>
            <TextInput
              label={t('team.name')}
              required
              withAsterisk={false}
              value={name}
              error={wrong('name')}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <div className={form.pair}>
              <NativeSelect
                label={t('team.kind')}
                value={kind}
                data={(['team', 'department'] as const).map((value) => ({
                  value,
                  label: t(`team.kind.${value}`),
                }))}
                onChange={(event) => setKind(event.currentTarget.value as Kind)}
              />
              <NativeSelect
                label={t('team.above')}
                value={parent}
                data={teams.map((team) => ({ value: team.id, label: team.name }))}
                onChange={(event) => setParent(event.currentTarget.value)}
              />
            </div>
            <PersonInput label={t('team.lead')} person={lead} error={wrong('lead_id')} onChange={setLead} />
          </>
        )}
      </Form>
    </Dialog>
  );
}
