import type { components } from '@/api/schema';
import type { Owner } from '../draft/owners';
import type { Objective } from '../parts/shapes';

/** What the form of an objective changes; the names are those of the history. */
export type Edited = Pick<Objective, 'title' | 'why' | 'ambition' | 'accountable' | 'cycle'> & {
  owner: Owner;
  /** From 0, among those of the same owner. */
  position: number;
};

export const editedOf = ({
  title,
  why,
  ambition,
  accountable,
  cycle,
  team,
  person,
  place,
}: Objective): Edited => ({
  title,
  why,
  ambition,
  accountable,
  cycle,
  position: place.position,
  owner: team
    ? { id: `team:${team.id}`, name: team.name }
    : { id: `person:${person?.id}`, name: person?.name ?? '' },
});

/** Only what differs: what somebody else may decide stays out of it. */
export function objectiveChangeOf(edited: Edited, before: Edited): components['schemas']['ObjectiveChange'] {
  const { title, why, ambition, owner, accountable, cycle, position } = edited;
  const [kind, id] = owner.id.split(':');
  return {
    ...(title !== before.title && { title }),
    ...(why !== before.why && { why }),
    ...(ambition !== before.ambition && { ambition }),
    ...(accountable.id !== before.accountable.id && { accountable_id: accountable.id }),
    ...(cycle.id !== before.cycle.id && { cycle_id: cycle.id }),
    ...(position !== before.position && { position }),
    ...(owner.id !== before.owner.id && (kind === 'team' ? { team_id: id } : { person_id: id })),
  };
}
