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
  peopleOf: (team: string) => `People of ${team}`,
};

describe('the lines of the list', () => {
  it('stand in the order of the teams, each objective once', () => {
    const groups = grouped(nodes, 'team', names);
    expect(groups[0]!.name).toBe('Halden');
    const rows = listRows(groups, none, none);
    expect(rows.filter(({ kind }) => kind === 'objective')).toHaveLength(120);
  });

  // [OKR-91]
  it('keep what a team owns apart from what its people have, each with its figure', () => {
    const [team, own, mine] = [teams[1]!, nodes.find(({ team_id }) => team_id)!, nodes.at(-1)!];
    const both = [
      { ...own, team_id: team.id, shown_in: team.id },
      { ...mine, team_id: null, shown_in: team.id },
    ];
    const figures = [
      {
        team_id: team.id,
        objectives: 1,
        progress: 0.4,
        of_people: 1,
        progress_of_people: 0.9,
        advice: null,
      },
    ];
    const groups = grouped(both, 'team', names, figures);
    expect(groups.map(({ name, progress }) => [name, progress])).toEqual([
      [team.name, 0.4],
      [`People of ${team.name}`, 0.9],
    ]);
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
