import type { GraphEdge, GraphNode } from '../parts/shapes';
import { card, type Box, type Layout } from './map-layout';

export type Edge = { from: Box; to: Box; kind: 'supports' | 'depends' };
/** Many links between two frames as one line. */
export type Bundle = { x1: number; y1: number; x2: number; y2: number; count: number };

/** All that the map draws, in the places of the layout. */
type Gap = 'no-parent' | 'no-child' | 'too-deep';

export type Scene = Layout & {
  byId: Map<string, Box>;
  edges: Edge[];
  bundles: Bundle[];
  /** Marked: no parent, a company objective that nothing supports, or too deep in its chain. */
  gaps: ReadonlyMap<string, Gap>;
};

type Links = {
  supports: GraphEdge[];
  dependencies: GraphEdge[];
  orphans: string[];
  unsupported: string[];
  too_deep: string[];
};

/** The first link of each objective, or all of them: with every link a map is hard to read. */
export function sceneOf(layout: Layout, links: Links, all = false): Scene {
  const byId = new Map(layout.boxes.map((box) => [box.id, box]));
  const edgesOf = (of: GraphEdge[], kind: Edge['kind']) =>
    of.flatMap(({ from, to }) => {
      const [a, b] = [byId.get(from), byId.get(to)];
      return a && b ? [{ from: a, to: b, kind }] : [];
    });
  const supports = all ? links.supports : links.supports.filter(({ primary }) => primary);
  const edges = [...edgesOf(supports, 'supports'), ...edgesOf(links.dependencies, 'depends')];
  const gaps = new Map<string, Gap>([
    ...links.too_deep.map((id) => [id, 'too-deep'] as const),
    ...links.orphans.map((id) => [id, 'no-parent'] as const),
    ...links.unsupported.map((id) => [id, 'no-child'] as const),
  ]);
  return { ...layout, byId, edges, gaps, bundles: bundlesOf(layout, edges) };
}

function bundlesOf({ frames }: Layout, edges: Edge[]): Bundle[] {
  const counts = new Map<number, number>();
  for (const { from, to } of edges) {
    if (from.frame < 0 || to.frame < 0 || from.frame === to.frame) continue;
    const key = from.frame * frames.length + to.frame;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([key, count]) => {
    const [a, b] = [frames[Math.floor(key / frames.length)]!, frames[key % frames.length]!];
    return { x1: b.x + b.w, y1: b.y + b.h / 2, x2: a.x, y2: a.y + a.h / 2, count };
  });
}

export const boxAt = ({ boxes }: Layout, x: number, y: number) =>
  boxes.find((box) => x >= box.x && x <= box.x + card.w && y >= box.y && y <= box.y + card.h);

export type View = { k: number; x: number; y: number; w: number; h: number };

/** The part of the map that the window shows. */
export const inView = ({ k, x, y, w, h }: View) => ({
  left: -x / k - card.w,
  top: -y / k - card.h,
  right: (w - x) / k,
  bottom: (h - y) / k,
});

export function boxesInView({ boxes }: Layout, view: View): Box[] {
  const { left, top, right, bottom } = inView(view);
  return boxes.filter(({ x, y }) => x >= left && x <= right && y >= top && y <= bottom);
}

export type Detail = 'blocks' | 'titles' | 'cards';
export const detailAt = (k: number): Detail => (k < 0.4 ? 'blocks' : k < 0.72 ? 'titles' : 'cards');

/** Where the whole map stands in the middle of the window, never larger than life. */
export function fitted(layout: Layout, w: number, h: number, nearest = 1) {
  const k = Math.min(nearest, (w - 32) / Math.max(1, layout.w), (h - 32) / Math.max(1, layout.h));
  return { k, x: (w - layout.w * k) / 2, y: Math.max(16, (h - layout.h * k) / 2) };
}

/** How an address says a window: how near it is, and what stands in its middle, whatever its size. */
export const placeText = ({ k, x, y, w, h }: View) =>
  [Number(k.toPrecision(3)), Math.round((w / 2 - x) / k), Math.round((h / 2 - y) / k)].join('_');

/** The window of that size at this place; nothing where the address says no place. */
export function readPlace(text: string | undefined, w: number, h: number): View | undefined {
  const [k, x, y, ...more] = (text ?? '').split('_').map(Number);
  if (!k || !(k > 0) || !Number.isFinite(x) || !Number.isFinite(y) || more.length) return undefined;
  return { k, x: w / 2 - x! * k, y: h / 2 - y! * k, w, h };
}

/** Where an arrow leads: left to the parent, right to the first that supports it, up and down to its neighbours. */
export function neighbour(
  key: string,
  at: GraphNode,
  {
    byId,
    children,
    roots,
  }: { byId: Map<string, GraphNode>; children: Map<string, GraphNode[]>; roots: GraphNode[] },
): GraphNode | undefined {
  const parent = at.parent_id ? byId.get(at.parent_id) : undefined;
  if (key === 'ArrowLeft') return parent;
  if (key === 'ArrowRight') return children.get(at.id)?.[0];
  const siblings = parent ? (children.get(parent.id) ?? []) : roots;
  const place = siblings.findIndex(({ id }) => id === at.id);
  if (key === 'ArrowDown') return siblings[place + 1];
  if (key === 'ArrowUp') return siblings[place - 1];
  return undefined;
}
