import { isChosen, type Chosen } from '@/lib/chosen';
import type { GraphEdge, GraphNode } from '../parts/shapes';
import type { GridRow } from './rows';

export type Forest = {
  byId: Map<string, GraphNode>;
  children: Map<string, GraphNode[]>;
  roots: GraphNode[];
};

/** The objectives along their primary supports-links. What supports nothing that is here is a root. */
export function forestOf(nodes: GraphNode[]): Forest {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const children = new Map<string, GraphNode[]>();
  const roots: GraphNode[] = [];
  for (const node of nodes) {
    if (!node.parent_id || !byId.has(node.parent_id)) {
      roots.push(node);
      continue;
    }
    const siblings = children.get(node.parent_id);
    if (siblings) siblings.push(node);
    else children.set(node.parent_id, [node]);
  }
  const rank = { company: 0, team: 1, person: 2 };
  roots.sort(
    (a, b) => rank[a.level] - rank[b.level] || Number(children.has(b.id)) - Number(children.has(a.id)),
  );
  return { byId, children, roots };
}

/** The ids of all that stands above `ids`, without them. */
export function above({ byId }: Forest, ids: Iterable<string>): Set<string> {
  const found = new Set<string>();
  const given = new Set(ids);
  for (const id of given) {
    let parent = byId.get(id)?.parent_id;
    while (parent && byId.has(parent) && !found.has(parent)) {
      found.add(parent);
      parent = byId.get(parent)!.parent_id;
    }
  }
  for (const id of given) found.delete(id);
  return found;
}

/** The lines of the tree: what the filter lets through, with what stands above it. */
export function treeRows(forest: Forest, shown: ReadonlySet<string>, closed: Chosen): GridRow[] {
  const context = above(forest, shown);
  const isThere = ({ id }: GraphNode) => shown.has(id) || context.has(id);
  const rows: GridRow[] = [];
  const add = (node: GraphNode, level: number) => {
    const below = (forest.children.get(node.id) ?? []).filter(isThere);
    const open = below.length > 0 && !isChosen(closed, node.id);
    rows.push({
      kind: 'objective',
      id: node.id,
      node,
      level,
      open,
      openable: below.length > 0,
      context: context.has(node.id),
    });
    if (open) for (const child of below) add(child, level + 1);
  };
  for (const root of forest.roots) if (isThere(root)) add(root, 1);
  return rows;
}

/** The objective with all that it supports and all that supports it. */
export function branchOf({ byId, children }: Forest, id: string): Set<string> {
  const branch = new Set<string>();
  const down = (at: string) => {
    if (branch.has(at)) return;
    branch.add(at);
    for (const child of children.get(at) ?? []) down(child.id);
  };
  if (!byId.has(id)) return branch;
  down(id);
  let parent = byId.get(id)!.parent_id;
  while (parent && byId.has(parent) && !branch.has(parent)) {
    branch.add(parent);
    parent = byId.get(parent)!.parent_id;
  }
  return branch;
}

/** The branch, with what the objective itself waits for and who waits for it: what both sides have confirmed. */
export function withDependencies(branch: Set<string>, id: string, dependencies: GraphEdge[]): Set<string> {
  const all = new Set(branch);
  for (const { from, to, primary } of dependencies) {
    if (primary && from === id) all.add(to);
    if (primary && to === id) all.add(from);
  }
  return all;
}
