import { isChosen, type Chosen } from '@/lib/chosen';
import type { GraphNode } from '../shapes';
import type { Grouping } from './search';

/** One line of the list, the tree or the timeline. Only what is open has lines below it. */
export type GridRow =
  | { kind: 'group'; id: string; name: string; team?: string; count: number; level: 1; open: boolean }
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

export type Group = { id: string; name: string; team?: string; nodes: GraphNode[] };

type Names = { teams: Map<string, string>; order: string[]; other: string; level: (level: string) => string };

/** The objectives by team (in the order of the teams) or by level. */
export function grouped(nodes: GraphNode[], by: Grouping, names: Names): Group[] {
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
    return [{ id: key || 'none', name, team: key || undefined, nodes: byLevel(found) }];
  });
}

const rank = { company: 0, team: 1, person: 2 };
const byLevel = (nodes: GraphNode[]) => [...nodes].sort((a, b) => rank[a.level] - rank[b.level]);

/** The lines of the list. `closed` holds groups that are shut, `opened` objectives that show their key results. */
export function listRows(groups: Group[], closed: Chosen, opened: Chosen): GridRow[] {
  const rows: GridRow[] = [];
  for (const { id, name, team, nodes } of groups) {
    const open = !isChosen(closed, id);
    rows.push({ kind: 'group', id, name, team, count: nodes.length, level: 1, open });
    if (!open) continue;
    for (const node of nodes) {
      const shown = isChosen(opened, node.id);
      const openable = node.key_results > 0;
      rows.push({ kind: 'objective', id: node.id, node, level: 2, open: shown, openable });
      if (shown) rows.push({ kind: 'parts', id: `${node.id}/parts`, node, level: 3 });
    }
  }
  return rows;
}
