import type { TeamLine } from './shapes';

/** The teams as a tree in one list: parents before their children, children set in. */
export function indented(teams: TeamLine[]): { id: string; text: string; depth: number; team: TeamLine }[] {
  const under = (parent: string | null, depth: number): ReturnType<typeof indented> =>
    teams
      .filter((team) => team.parent_id === parent)
      .flatMap((team) => [
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
