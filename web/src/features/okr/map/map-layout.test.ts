import { describe, expect, it } from 'vitest';
import type { GraphNode } from '../parts/shapes';
import { card, layoutOf, type Box } from './map-layout';
import { madeGraph } from '@/test/made-graph';

const names = { company: 'Halden', other: 'Others', orphans: 'Support nothing' };
const overlap = (a: Box, b: Box) => Math.abs(a.x - b.x) < card.w && Math.abs(a.y - b.y) < card.h;

describe('the layout of the map', () => {
  const { nodes, teams, orphans } = madeGraph(600);
  const layout = layoutOf(nodes, teams, new Set(orphans), names);

  it('places every objective once, and none over another', () => {
    expect(new Set(layout.boxes.map(({ id }) => id)).size).toBe(600);
    expect(layout.boxes).toHaveLength(600);
    const clashes = layout.boxes.filter((a, at) => layout.boxes.slice(at + 1).some((b) => overlap(a, b)));
    expect(clashes).toEqual([]);
  });

  it('keeps the company at the left of the teams', () => {
    const company = layout.boxes.filter(({ node }) => node.level === 'company');
    const others = layout.boxes.filter(({ node }) => node.level !== 'company' && !orphans.includes(node.id));
    const end = Math.max(...company.map(({ x }) => x + card.w));
    expect(others.every(({ x }) => x > end)).toBe(true);
  });

  it('is about as wide as a screen', () => {
    const { w, h } = layout;
    expect(w / h).toBeGreaterThan(1.1);
    expect(w / h).toBeLessThan(3.2);
  });

  it('keeps what supports nothing in a lane below', () => {
    const lane = layout.frames.find(({ id }) => id === 'orphans')!;
    const inLane = layout.boxes.filter(({ y }) => y > lane.y).map(({ id }) => id);
    expect(inLane.sort()).toEqual([...orphans].sort());
  });

  it('sets the frame of a team inside that of its department', () => {
    const inner = layout.frames.find(({ depth }) => depth === 2)!;
    const parent = teams.find(({ id }) => id === inner.id)!.parent_id;
    const outer = layout.frames.find(({ id }) => id === parent)!;
    expect(inner.x).toBeGreaterThan(outer.x);
    expect(inner.y + inner.h).toBeLessThan(outer.y + outer.h);
  });

  it('shows objectives of unknown teams too', () => {
    const lost = { ...nodes.find(({ level }) => level === 'team')!, shown_in: 'gone' } as GraphNode;
    expect(layoutOf([lost], [], new Set(), names).boxes).toHaveLength(1);
  });
});
