import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, gotWithTag } from '@/lib/client';
import { day } from '@/lib/format';
import { t } from '@/lib/i18n';
import { differences, useChange, withTheirs } from '@/lib/use-change';
import { Conflict } from '@/ui/form/Conflict';
import { Form } from '@/ui/form/Form';
import { objectiveQuery } from '../parts/queries';
import type { Objective } from '../parts/shapes';
import { InitiativeFields, type SaidInitiative } from './InitiativeFields';

type Initiative = Objective['initiatives'][number];
type Props = { objective: string; initiative: Initiative; onDone: () => void };

const labels = { title: 'initiative.title', owner: 'initiative.owner', due_on: 'initiative.due' };
const tagOf = ({ version }: Initiative) => `"${version}"`;
const saidOf = ({ title, owner, due_on }: Initiative): SaidInitiative => ({
  title,
  owner,
  due_on: due_on ?? '',
});
const inWords = ({ title, owner, due_on }: SaidInitiative) => ({
  title,
  owner: owner?.name ?? '',
  due_on: due_on && day(due_on),
});

/** Changes an initiative. What somebody else changed meanwhile is shown beside, never written over. */
export function EditInitiative({ objective, initiative, onDone }: Props) {
  const { id } = initiative;
  const [before] = useState(() => saidOf(initiative));
  const [said, setSaid] = useState(before);
  const queryClient = useQueryClient();
  const { save, theirs, goOn } = useChange({
    etag: tagOf(initiative),
    send: (seen) =>
      gotWithTag(
        api.PATCH('/api/v1/initiatives/{initiative}', {
          params: { path: { initiative: id }, header: { 'If-Match': seen } },
          body: { title: said.title, owner_id: said.owner?.id ?? null, due_on: said.due_on || null },
        }),
      ),
    read: async () => {
      const { data } = await queryClient.fetchQuery({ ...objectiveQuery(objective), staleTime: 0 });
      const now = data.initiatives.find((one) => one.id === id) ?? initiative;
      return { data: saidOf(now), etag: tagOf(now) };
    },
    onSaved: () => {
      void queryClient.invalidateQueries({ queryKey: ['okr'] });
      onDone();
    },
  });
  if (theirs)
    return (
      <Conflict
        differences={differences(['title', 'owner', 'due_on'], (name) => t(labels[name]), [
          inWords(before),
          inWords(said),
          inWords(theirs),
        ])}
        onGoOn={(taken) => {
          setSaid(withTheirs(said, theirs, taken));
          goOn();
        }}
        onTheirs={onDone}
      />
    );
  return (
    <Form small sending={save} send={t('edit.save')} fields={['title', 'due_on']} onCancel={onDone}>
      {(wrong) => <InitiativeFields said={said} wrong={wrong} onChange={setSaid} />}
    </Form>
  );
}
