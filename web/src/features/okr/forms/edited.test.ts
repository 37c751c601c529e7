import { expect, it } from 'vitest';
import { objective } from '@/test/world';
import { editedOf, objectiveChangeOf } from './edited';

const before = editedOf(objective);

it('sends nothing that was not touched', () => {
  expect(objectiveChangeOf({ ...before }, before)).toEqual({});
});

it('names the new owner as a team or as a person, and the cycle and who answers by their ids', () => {
  const change = (part: Partial<typeof before>) => objectiveChangeOf({ ...before, ...part }, before);
  expect(change({ owner: { id: 'person:p', name: 'P' } })).toEqual({ person_id: 'p' });
  expect(change({ owner: { id: 'team:t', name: 'T' } })).toEqual({ team_id: 't' });
  expect(change({ cycle: { id: 'c', name: 'C' }, accountable: { id: 'a', name: 'A' } })).toEqual({
    cycle_id: 'c',
    accountable_id: 'a',
  });
});
