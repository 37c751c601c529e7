import { expect, it } from 'vitest';
import type { TeamLine } from './shapes';
import { indented, withSubteams } from './team-tree';

const team = (id: string, parent_id: string | null) => ({ id, name: id, parent_id }) as TeamLine;
const teams = [team('b1', 'b'), team('a', null), team('b', null), team('b1x', 'b1'), team('b2', 'b')];

it('parents come before their children, in the order of the list, set in by depth', () => {
  expect(indented(teams).map(({ id, depth }) => [id, depth])).toEqual([
    ['a', 0],
    ['b', 0],
    ['b1', 1],
    ['b1x', 2],
    ['b2', 1],
  ]);
});

it('a team has those inside it, however deep', () => {
  expect([...withSubteams(teams, 'b')].sort()).toEqual(['b', 'b1', 'b1x', 'b2']);
});
