import type { TeamLine } from './shapes';

type Indented = { id: string; text: string; depth: number; team: TeamLine };

/** The teams as a tree in one list: parents before their children, children set in. */
export function indented(teams: TeamLine[]): Indented[] {
  const inside = new Map<string | null, TeamLine[]>();
  for (const team of teams) {
    const beside = inside.get(team.parent_id);
    if (beside) beside.push(team);
    else inside.set(team.parent_id, [team]);
  }
  const under = (parent: string | null, depth: number): Indented[] =>
    (inside.get(parent) ?? []).flatMap((team) => [
      { id: team.id, text: '\u2003'.repeat(depth) + team.name, depth, team },
      ...under(team.id, depth + 1),
    ]);
  return under(null, 0);
}

type Place = Pick<TeamLine, 'id' | 'parent_id'>;

/** The team and all that lie in it, as the server counts them. */
export function withSubteams(teams: Place[], team: string): ReadonlySet<string> {
  const found = new Set([team]);
  for (const above of found) {
    for (const { id, parent_id } of teams) if (parent_id === above) found.add(id);
  }
  return found;
}
