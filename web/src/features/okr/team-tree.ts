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
