import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, gotWithTag } from '@/lib/client';
import { relativeInstant } from '@/lib/format';
import { t } from '@/lib/i18n';
import type { ChangePart } from '@/lib/settings';
import { PersonInput } from '@/ui/form/PersonInput';
import { useVersionedForm } from '@/ui/form/use-versioned-form';
import { VersionedForm } from '@/ui/form/VersionedForm';
import { editedOf, objectiveChangeOf, type Edited } from './edited';
import { cyclesQuery, objectiveQuery, ownersQuery } from '../parts/queries';
import { ownerChoices } from '../draft/owners';
import type { Objective } from '../parts/shapes';
import { Stays } from '../parts/Stays';
import styles from './EditObjective.module.css';

type Props = { objective: Objective; etag: string; onDone: () => void };

/** Changes an objective in place. What somebody else changed meanwhile is shown beside, never written over. */
export function EditObjective({ objective, etag, onDone }: Props) {
  const form = useVersionedForm({
    thing: objective,
    etag,
    of: (objective) => ({ ...editedOf(objective), reason: '' }),
    words: inWords,
    label: (name) => labels[name](),
    query: objectiveQuery(objective.id),
    send: (edited, { before, etag }) =>
      gotWithTag(
        api.PATCH('/api/v1/objectives/{objective}', {
          params: { path: { objective: objective.id }, header: { 'If-Match': etag } },
          body: {
            ...objectiveChangeOf(edited, before),
            ...(asks && edited.reason.trim() && { reason: edited.reason }),
          },
        }),
      ),
    onDone,
  });
  const asks: boolean = form.changed.some((name) => objective.asks_reason.includes(name));
  const faster = form.theirs?.changed;
  return (
    <VersionedForm
      className={`card ${styles.form}`}
      form={form}
      heading="h1"
      title={
        faster ? t('conflict.by', { name: faster.by.name, when: relativeInstant(faster.at) }) : undefined
      }
      send={t('edit.save')}
      fields={['title', 'why', 'reason']}
      onCancel={onDone}
    >
      <h1 className="caps">{t('edit.title')}</h1>
      <TextInput
        label={t('write.objective')}
        size="md"
        disabled={objective.fixed.includes('title')}
        {...form.field('title')}
      />
      <Textarea
        label={t('write.why')}
        autosize
        minRows={2}
        disabled={objective.fixed.includes('why')}
        {...form.field('why')}
      />
      <Place objective={objective} edited={form.written} before={form.before} onChange={form.change} />
      <Stays objective={objective} of={['words', ...movable(objective)]} />
      {asks && (
        <TextInput label={t('edit.reason')} description={t('edit.reason.hint')} {...form.field('reason')} />
      )}
    </VersionedForm>
  );
}

/** Who may not move it is not told of a rule that does not stop them. */
const movable = ({ may }: Objective): ChangePart[] =>
  may.includes('move') ? ['measure', 'hands', 'cycle'] : [];

type PartProps = { edited: Edited; before: Edited; onChange: (part: Partial<Edited>) => void };

/** Whose it is, who answers for it, when, and what we promise; and where it stands among the others. */
function Place({
  objective: { may, place, fixed },
  edited,
  before,
  onChange,
}: PartProps & { objective: Objective }) {
  const stays = edited.owner.id === before.owner.id && edited.cycle.id === before.cycle.id;
  return (
    <div className={styles.place}>
      {may.includes('move') && <Hands fixed={fixed} edited={edited} before={before} onChange={onChange} />}
      {place.of > 1 && stays && (
        <NativeSelect
          label={t('edit.place')}
          data={Array.from({ length: place.of }, (_, index) => ({
            value: String(index),
            label: placeText(index, place.of),
          }))}
          value={String(edited.position)}
          onChange={(event) => onChange({ position: Number(event.currentTarget.value) })}
        />
      )}
    </div>
  );
}

/** What only those change who may end it, once it is published. */
function Hands({ fixed, edited, before, onChange }: PartProps & { fixed: string[] }) {
  const { data: owners } = useQuery(ownersQuery);
  const { data: cycles } = useQuery(cyclesQuery);
  const open = (cycles?.items ?? []).filter(({ phase, id }) => phase !== 'closed' || id === before.cycle.id);
  return (
    <>
      <NativeSelect
        label={t('edit.owner')}
        disabled={fixed.includes('owner')}
        data={ownerChoices(owners, before.owner).map(({ id, name }) => ({ value: id, label: name }))}
        value={edited.owner.id}
        onChange={({ currentTarget: { value } }) =>
          onChange({ owner: ownerChoices(owners, before.owner).find(({ id }) => id === value)! })
        }
      />
      {!fixed.includes('accountable') && (
        <PersonInput
          label={t('facts.accountable')}
          person={edited.accountable}
          onChange={(accountable) => onChange({ accountable })}
        />
      )}
      <NativeSelect
        label={t('facts.cycle')}
        disabled={fixed.includes('cycle')}
        data={open.map(({ id, name }) => ({ value: id, label: name }))}
        value={edited.cycle.id}
        onChange={({ currentTarget: { value } }) =>
          onChange({ cycle: open.find(({ id }) => id === value) ?? edited.cycle })
        }
      />
      <NativeSelect
        label={t('write.ambition')}
        disabled={fixed.includes('ambition')}
        data={['aspirational', 'committed'].map((value) => ({
          value,
          label: t(`ambition.${value}.long`),
        }))}
        value={edited.ambition}
        onChange={(event) => onChange({ ambition: event.currentTarget.value as Edited['ambition'] })}
      />
    </>
  );
}

const placeText = (position: number, of: number) => t('edit.place.of', { place: position + 1, of });

const labels: Record<keyof Edited, () => string> = {
  title: () => t('write.objective'),
  why: () => t('write.why'),
  ambition: () => t('write.ambition'),
  owner: () => t('edit.owner'),
  accountable: () => t('facts.accountable'),
  cycle: () => t('facts.cycle'),
  position: () => t('edit.place'),
};
const inWords = ({ title, why, ambition, owner, accountable, cycle, position }: Edited) => ({
  title,
  why,
  owner: owner.name,
  accountable: accountable.name,
  cycle: cycle.name,
  ambition: t(`ambition.${ambition}`),
  position: String(position + 1),
});
