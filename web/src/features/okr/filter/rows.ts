import { isChosen, type Chosen } from '@/lib/chosen';
import type { Advice, GraphNode, TeamProgress } from '../parts/shapes';
import type { Grouping } from './search';

/** One line of the list, the tree or the timeline. Only what is open has lines below it. */
export type GridRow =
  | {
      kind: 'group';
      id: string;
      name: string;
      team?: string;
      progress?: number | null;
      advice?: Advice | null;
      count: number;
      level: 1;
      open: boolean;
    }
  | {
      kind: 'objective';
      id: string;
      node: GraphNode;
      level: number;
      open: boolean;
      /** Nothing to open where it is false. */
      openable: boolean;
      /** Here for what stands below it: the filter itself does not let it through. */
      context?: boolean;
    }
  | { kind: 'parts'; id: string; node: GraphNode; level: number };

export type Group = {
  id: string;
  name: string;
  team?: string;
  /** Of all that stand here when nothing is filtered, as the server counts it. */
  progress?: number | null;
  /** On how many objectives there are. */
  advice?: Advice | null;
  nodes: GraphNode[];
};

type Names = {
  teams: Map<string, string>;
  order: string[];
  other: string;
  level: (level: string) => string;
  peopleOf: (team: string) => string;
};

/** The objectives by team (in the order of the teams, what it owns before what its people have) or by level. */
export function grouped(
  nodes: GraphNode[],
  by: Grouping,
  names: Names,
  figures: TeamProgress[] = [],
): Group[] {
  const groups = new Map<string, GraphNode[]>();
  for (const node of nodes) {
    const key = by === 'level' ? node.level : (node.shown_in ?? '');
    const group = groups.get(key);
    if (group) group.push(node);
    else groups.set(key, [node]);
  }
  const keys = by === 'level' ? ['company', 'team', 'person'] : [...names.order, ''];
  const rest = [...groups.keys()].filter((key) => !keys.includes(key));
  return [...keys, ...rest].flatMap((key) => {
    const found = groups.get(key);
    if (!found) return [];
    if (by === 'level') return [{ id: key, name: names.level(key), nodes: found }];
    const name = names.teams.get(key) ?? names.other;
    const own = found.filter(({ team_id }) => team_id);
    const people = found.filter(({ team_id }) => !team_id);
    const counted = figures.find(({ team_id }) => team_id === key);
    return [
      {
        id: key || 'none',
        name,
        team: key || undefined,
        progress: counted?.progress,
        advice: counted?.advice,
        nodes: own,
      },
      {
        id: `${key || 'none'}-people`,
        name: key ? names.peopleOf(name) : name,
        progress: counted?.progress_of_people,
        nodes: people,
      },
    ].filter(({ nodes }) => nodes.length > 0);
  });
}

/** The lines of the list. `closed` holds groups that are shut, `opened` objectives that show their key results. */
export function listRows(groups: Group[], closed: Chosen, opened: Chosen): GridRow[] {
  const rows: GridRow[] = [];
  for (const { id, name, team, progress, advice, nodes } of groups) {
    const open = !isChosen(closed, id);
    rows.push({ kind: 'group', id, name, team, progress, advice, count: nodes.length, level: 1, open });
    if (!open) continue;
    for (const node of nodes) {
      const shown = isChosen(opened, node.id);
      const openable = node.key_results.length > 0;
      rows.push({ kind: 'objective', id: node.id, node, level: 2, open: shown, openable });
      if (shown) rows.push({ kind: 'parts', id: `${node.id}/parts`, node, level: 3 });
    }
  }
  return rows;
}
