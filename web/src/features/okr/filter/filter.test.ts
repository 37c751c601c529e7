import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { GraphNode } from '../parts/shapes';
import { shows, teamsAsked } from './filter';
import type { Filter } from './search';

type Case = {
  name: string;
  /** The team above each team. */
  parents?: Record<string, string>;
  filter: Record<string, string | boolean>;
  objective: Record<string, unknown> & { accountable?: string };
  shows: boolean;
};

const file = join(import.meta.dirname, '../../../../../src/okr/rules/cases/filters.json');
const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: Case[] };
// The page asks for a mark or does not; asking for its opposite is left to the API.
const asked = cases.filter(({ filter }) => !Object.values(filter).includes(false));

it.each(asked)('answers as the server does: $name', ({ parents, filter, objective, shows: expected }) => {
  const written = Object.fromEntries(Object.entries(filter).map(([key, value]) => [key, String(value)]));
  const node = {
    title: '',
    level: 'team',
    team_id: null,
    shown_in: null,
    person_id: null,
    state: 'published',
    parent_id: null,
    status: 'on_track',
    days_late: 0,
    from_below: false,
    ...objective,
    accountable: { id: objective.accountable ?? '', name: '' },
  } as unknown as GraphNode;
  const teams = Object.entries(parents ?? {}).map(([id, parent_id]) => ({ id, parent_id }));
  expect(shows(written as Filter, node, teamsAsked(written, teams))).toBe(expected);
});
