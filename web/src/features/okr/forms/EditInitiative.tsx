import { api, gotWithTag } from '@/lib/client';
import { day } from '@/lib/format';
import { t } from '@/lib/i18n';
import { useVersionedForm } from '@/ui/form/use-versioned-form';
import { VersionedForm } from '@/ui/form/VersionedForm';
import { objectiveQuery } from '../parts/queries';
import type { Objective } from '../parts/shapes';
import { InitiativeFields, type SaidInitiative } from './InitiativeFields';

type Initiative = Objective['initiatives'][number];
type Props = { objective: Objective; initiative: Initiative; onDone: () => void };

const labels = { title: 'initiative.title', owner: 'initiative.owner', due_on: 'initiative.due' };
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
  const now = ({ initiatives }: Objective) => initiatives.find((one) => one.id === id) ?? initiative;
  const tag = (objective: Objective) => `"${now(objective).version}"`;
  const form = useVersionedForm({
    thing: objective,
    etag: tag(objective),
    tag,
    of: (objective) => saidOf(now(objective)),
    words: inWords,
    label: (name) => t(labels[name]),
    query: objectiveQuery(objective.id),
    send: ({ title, owner, due_on }, { etag }) =>
      gotWithTag(
        api.PATCH('/api/v1/initiatives/{initiative}', {
          params: { path: { initiative: id }, header: { 'If-Match': etag } },
          body: { title, owner_id: owner?.id ?? null, due_on: due_on || null },
        }),
      ),
    onDone,
  });
  return (
    <VersionedForm small form={form} send={t('edit.save')} fields={['title', 'due_on']} onCancel={onDone}>
      <InitiativeFields said={form.written} wrong={form.wrong} onChange={form.change} />
    </VersionedForm>
  );
}
