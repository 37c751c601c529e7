import type { GraphNode } from '../parts/shapes';

/** A card of the map. */
export type Box = {
  id: string;
  node: GraphNode;
  x: number;
  y: number;
  /** Which of the frames it stands in. */ frame: number;
};
/** A frame around what belongs together: the company, a team, or those that support nothing. */
export type Frame = {
  id: string;
  name: string;
  x: number;
  y: number;
  w: number;
  h: number;
  depth: number;
  count: number;
};
export type Layout = { boxes: Box[]; frames: Frame[]; w: number; h: number };

export type MapTeam = { id: string; name: string; parent_id: string | null; kind: string };

export const card = { w: 216, h: 76 };
const gap = 12;
const pad = 16;
const heading = 36;
const between = 40;
const wide = 16 / 9;

type Sized = { w: number; h: number; place: (x: number, y: number) => void };

/** In rows, tall ones first so that rows stay even; of some widths the one whose shape comes nearest to a screen. */
function packed(parts: Sized[], space: number): Sized {
  const area = parts.reduce((sum, { w, h }) => sum + (w + space) * (h + space), 0);
  const least = Math.max(0, ...parts.map(({ w }) => w));
  const ordered = [...parts].sort((a, b) => b.h - a.h);
  const tried = [0.8, 1, 1.25, 1.6, 2].map((factor) =>
    inRows(ordered, Math.max(least, factor * Math.sqrt(area * wide)), space),
  );
  const shape = ({ w, h }: Sized) => Math.abs(Math.log(w / Math.max(1, h) / wide));
  return tried.reduce((best, one) => (shape(one) < shape(best) ? one : best));
}

function inRows(parts: Sized[], most: number, space: number): Sized {
  const places: [Sized, number, number][] = [];
  let [x, y, row, w] = [0, 0, 0, 0];
  for (const part of parts) {
    if (x > 0 && x + part.w > most) {
      x = 0;
      y += row + space;
      row = 0;
    }
    places.push([part, x, y]);
    x += part.w + space;
    row = Math.max(row, part.h);
    w = Math.max(w, x - space);
  }
  return {
    w,
    h: y + row,
    place: (left, top) => places.forEach(([part, px, py]) => part.place(left + px, top + py)),
  };
}

/** One beside the other, tops in line. */
function beside(parts: Sized[], space: number): Sized {
  const there = parts.filter(({ w }) => w > 0);
  const w = there.reduce((sum, part) => sum + part.w + space, -space);
  return {
    w: Math.max(0, w),
    h: Math.max(0, ...there.map(({ h }) => h)),
    place: (x, y) => {
      let left = x;
      for (const part of there) {
        part.place(left, y);
        left += part.w + space;
      }
    },
  };
}

/** Company at the left, then the teams, each with its people's objectives; what supports nothing in a lane below. */
export function layoutOf(
  nodes: GraphNode[],
  teams: MapTeam[],
  orphans: ReadonlySet<string>,
  names: { company: string; other: string; orphans: string },
): Layout {
  const boxes: Box[] = [];
  const frames: Frame[] = [];
  let inside = -1;
  const grid = (of: GraphNode[], columns?: number): Sized => {
    const across = Math.max(
      1,
      columns ?? Math.round(Math.sqrt((of.length * wide * (card.h + gap)) / (card.w + gap))),
    );
    const rows = Math.ceil(of.length / across);
    return {
      w: of.length ? Math.min(across, of.length) * (card.w + gap) - gap : 0,
      h: of.length ? rows * (card.h + gap) - gap : 0,
      place: (x, y) =>
        of.forEach((node, at) => {
          const [column, row] = [at % across, Math.floor(at / across)];
          boxes.push({
            id: node.id,
            node,
            x: x + column * (card.w + gap),
            y: y + row * (card.h + gap),
            frame: inside,
          });
        }),
    };
  };
  const framed = (id: string, name: string, inner: Sized, depth: number, count: number): Sized => ({
    w: inner.w + 2 * pad,
    h: inner.h + heading + pad,
    place: (x, y) => {
      frames.push({ id, name, x, y, w: inner.w + 2 * pad, h: inner.h + heading + pad, depth, count });
      const outer = inside;
      inside = frames.length - 1;
      inner.place(x + pad, y + heading);
      inside = outer;
    },
  });

  const company = nodes.filter(({ level }) => level === 'company');
  const lane = nodes.filter(({ id, level }) => level !== 'company' && orphans.has(id));
  const byTeam = new Map<string, GraphNode[]>();
  for (const node of nodes) {
    if (node.level === 'company' || orphans.has(node.id)) continue;
    const of = node.shown_in ?? '';
    const there = byTeam.get(of);
    if (there) there.push(node);
    else byTeam.set(of, [node]);
  }
  const team = ({ id, name }: MapTeam, depth: number): Sized | undefined => {
    const own = byTeam.get(id) ?? [];
    const below = teams.flatMap((one) =>
      one.parent_id === id && one.kind !== 'company' ? (team(one, depth + 1) ?? []) : [],
    );
    if (own.length === 0 && below.length === 0) return undefined;
    const leading = own.filter(({ level }) => level === 'team');
    const people = own.filter(({ level }) => level === 'person');
    const inner = beside(
      [grid(leading, columnsFor(leading.length, people.length)), grid(people), packed(below, between / 2)],
      between / 2,
    );
    return framed(id, name, inner, depth, own.length);
  };
  const known = new Set(teams.map(({ id }) => id));
  const tops = teams.filter(
    ({ parent_id, kind, id }) => kind !== 'company' && isTop(teams, known, parent_id) && id,
  );
  const rest = [...byTeam].flatMap(([id, of]) => (known.has(id) && !isCompany(teams, id) ? [] : of));
  const parts = tops.flatMap((one) => team(one, 1) ?? []);
  if (rest.length) parts.push(framed('', names.other, grid(rest), 1, rest.length));
  const body = packed(parts, between);
  const left = company.length
    ? framed(
        'company',
        names.company,
        grid(company, Math.ceil(company.length / Math.max(4, Math.floor(body.h / (card.h + gap))))),
        0,
        company.length,
      )
    : grid([]);
  const upper = beside([left, body], between * 3);
  upper.place(0, 0);
  if (lane.length === 0) return { boxes, frames, w: upper.w, h: upper.h };
  const across = Math.max(4, Math.floor((upper.w - 2 * pad) / (card.w + gap)));
  const below = framed('orphans', names.orphans, grid(lane, across), 0, lane.length);
  below.place(0, upper.h ? upper.h + between : 0);
  return { boxes, frames, w: Math.max(upper.w, below.w), h: (upper.h ? upper.h + between : 0) + below.h };
}

/** A team's own objectives stand in one column, unless its people have few. */
const columnsFor = (own: number, people: number) => (people > own ? Math.ceil(own / 8) : undefined);

const isCompany = (teams: MapTeam[], id: string) =>
  teams.some((one) => one.id === id && one.kind === 'company');
const isTop = (teams: MapTeam[], known: Set<string>, parent: string | null) =>
  parent === null || !known.has(parent) || isCompany(teams, parent);
