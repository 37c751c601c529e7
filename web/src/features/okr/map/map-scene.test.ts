import { describe, expect, it } from 'vitest';
import { madeGraph } from '@/test/made-graph';
import { layoutOf } from './map-layout';
import { boxAt, boxesInView, detailAt, fitted, neighbour, placeText, readPlace, sceneOf } from './map-scene';
import { forestOf } from '../filter/tree';

const graph = madeGraph(200);
const names = { company: 'Halden', other: 'Others', orphans: 'Support nothing' };
const scene = sceneOf(layoutOf(graph.nodes, graph.teams, new Set(graph.orphans), names), graph);

describe('the scene of the map', () => {
  it('has a line for each link, and bundles them between frames', () => {
    expect(scene.edges).toHaveLength(graph.supports.length + graph.dependencies.length);
    expect(scene.bundles.length).toBeGreaterThan(0);
    expect(scene.bundles.length).toBeLessThan(scene.edges.length);
  });

  // [OKR-107]
  it('has the first link of each objective, and the others on demand', () => {
    const others = graph.supports
      .slice(0, 5)
      .map((edge) => ({ ...edge, to: graph.nodes[0]!.id, primary: false }));
    const links = { ...graph, supports: [...graph.supports, ...others] };
    const layout = layoutOf(graph.nodes, graph.teams, new Set(graph.orphans), names);
    expect(sceneOf(layout, links).edges).toHaveLength(scene.edges.length);
    expect(sceneOf(layout, links, true).edges).toHaveLength(scene.edges.length + 5);
  });

  it('finds the card under the pointer', () => {
    const box = scene.boxes[17]!;
    expect(boxAt(scene, box.x + 5, box.y + 5)).toBe(box);
    expect(boxAt(scene, -50, -50)).toBeUndefined();
  });

  it('knows what the window shows', () => {
    const all = fitted(scene, 1200, 700);
    expect(boxesInView(scene, { ...all, w: 1200, h: 700 })).toHaveLength(200);
    expect(boxesInView(scene, { k: 1, x: 0, y: 0, w: 300, h: 200 }).length).toBeLessThan(12);
  });

  it('shows more the nearer one comes', () => {
    expect([0.05, 0.5, 1].map(detailAt)).toEqual(['blocks', 'titles', 'cards']);
  });

  it('marks gaps', () => {
    expect(scene.gaps.get(graph.orphans[0]!)).toBe('no-parent');
  });

  it('walks with arrows', () => {
    const forest = forestOf(graph.nodes);
    const parent = forest.roots.find(({ id }) => (forest.children.get(id)?.length ?? 0) > 1)!;
    const [first, second] = forest.children.get(parent.id)!;
    expect(neighbour('ArrowRight', parent, forest)).toBe(first);
    expect(neighbour('ArrowDown', first!, forest)).toBe(second);
    expect(neighbour('ArrowUp', second!, forest)).toBe(first);
    expect(neighbour('ArrowLeft', first!, forest)).toBe(parent);
    expect(neighbour('ArrowLeft', parent, forest)).toBeUndefined();
  });

  it('says its place in an address, for a window of any size', () => {
    const view = { k: 0.8, x: -120, y: 40, w: 1200, h: 700 };
    const text = placeText(view);
    expect(text).toBe('0.8_900_388');
    expect(placeText(readPlace(text, 390, 500)!)).toBe(text);
    expect(readPlace(text, 1200, 700)!.x).toBeCloseTo(-120);
  });

  it.each([undefined, '', 'here', '1_2', '0_1_1', '-1_2_3', '1_x_3', '1_2_3_4'])(
    'has no place for %s',
    (text) => expect(readPlace(text, 1200, 700)).toBeUndefined(),
  );
});
