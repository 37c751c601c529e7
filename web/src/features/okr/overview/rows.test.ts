import { describe, expect, it } from 'vitest';
import { readChosen } from '@/lib/chosen';
import { madeGraph } from '@/test/made-graph';
import { grouped, listRows } from './rows';
import { above, branchOf, forestOf, treeRows } from './tree';

const { nodes, teams } = madeGraph(120);
const none = readChosen();
const names = {
  teams: new Map(teams.map(({ id, name }) => [id, name])),
  order: teams.map(({ id }) => id),
  other: 'In no team',
  level: (level: string) => level.toUpperCase(),
};

describe('the lines of the list', () => {
  it('stand in the order of the teams, each objective once', () => {
    const groups = grouped(nodes, 'team', names);
    expect(groups[0]!.name).toBe('Halden');
    const rows = listRows(groups, none, none);
    expect(rows.filter(({ kind }) => kind === 'objective')).toHaveLength(120);
  });

  it('stand by level', () => {
    expect(grouped(nodes, 'level', names).map(({ name }) => name)).toEqual(['COMPANY', 'TEAM', 'PERSON']);
  });

  it('keep those whose team is unknown', () => {
    const lost = [{ ...nodes[0]!, shown_in: null }];
    expect(grouped(lost, 'team', names).map(({ name }) => name)).toEqual(['In no team']);
  });

  it('shut a group and open an objective', () => {
    const groups = grouped(nodes, 'level', names);
    expect(listRows(groups, readChosen('person.team.company'), none)).toHaveLength(3);
    const opened = listRows(groups, readChosen('team.person'), readChosen(nodes[0]!.id));
    expect(opened.filter(({ kind }) => kind === 'parts')).toHaveLength(1);
  });
});

describe('the tree', () => {
  const forest = forestOf(nodes);
  const leaf = nodes.find(({ level, parent_id }) => level === 'person' && parent_id)!;

  it('has each objective once, below what it supports', () => {
    const rows = treeRows(forest, new Set(nodes.map(({ id }) => id)), none);
    expect(rows).toHaveLength(120);
    const at = rows.findIndex(({ id }) => id === leaf.id);
    expect(rows.slice(0, at).some(({ id }) => id === leaf.parent_id)).toBe(true);
  });

  it('shows what stands above a match, as context', () => {
    const rows = treeRows(forest, new Set([leaf.id]), none);
    expect(rows.at(-1)!.id).toBe(leaf.id);
    expect(rows.slice(0, -1).every((row) => row.kind === 'objective' && row.context)).toBe(true);
    expect(new Set(rows.slice(0, -1).map(({ id }) => id))).toEqual(above(forest, [leaf.id]));
  });

  it('knows a branch', () => {
    const branch = branchOf(forest, leaf.parent_id!);
    expect(branch.has(leaf.id)).toBe(true);
    expect(branch.size).toBeLessThan(120);
  });
});
