import type { components } from '@/api/schema';

type Owners = components['schemas']['Owners'];

/** A team or a person, as "team:<id>" or "person:<id>". */
export type Owner = { id: string; name: string };

/** For whom one may write, as the server says; whose it is now is among them. */
export function ownerChoices(owners: Owners | undefined, now?: Owner): Owner[] {
  const all = [
    ...(owners?.people ?? []).map(({ id, name }) => ({ id: `person:${id}`, name })),
    ...(owners?.teams ?? []).map(({ id, name }) => ({ id: `team:${id}`, name })),
  ];
  return !now || all.some(({ id }) => id === now.id) ? all : [now, ...all];
}
