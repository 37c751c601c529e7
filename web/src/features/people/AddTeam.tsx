import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { components } from '@/api/schema';
import { api, got, intent, keyFor, Refused } from '@/lib/client';
import { t } from '@/lib/i18n';
import { Dialog } from '@/ui/Dialog';
import { FormProblem } from '@/ui/FormProblem';
import form from '@/ui/form.module.css';
import { FindPerson } from './FindPerson';

type Kind = components['schemas']['TeamKind'];
type Props = { teams: components['schemas']['TeamLine'][]; onClose: () => void };

export function AddTeam({ teams, onClose }: Props) {
  const [name, setName] = useState('');
  const [kind, setKind] = useState<Kind>('team');
  const [parent, setParent] = useState(teams[0]?.id ?? '');
  const [lead, setLead] = useState<string>();
  const [intended] = useState(intent);
  const queryClient = useQueryClient();
  const body = { name, kind, ...(parent && { parent_id: parent }), ...(lead && { lead_id: lead }) };
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
  const wrong = (field: string) => (add.error instanceof Refused ? add.error.field(field) : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <Dialog title={t('admin.add-team')} onClose={onClose}>
      <form className={form.form} onSubmit={submit}>
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
        <FindPerson label={t('team.lead')} error={wrong('lead_id')} onFind={({ id }) => setLead(id)} />
        <FormProblem error={add.error} except={['name', 'lead_id']} />
        <div className={form.actions}>
          <Button type="submit" loading={add.isPending}>
            {t('admin.add')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
