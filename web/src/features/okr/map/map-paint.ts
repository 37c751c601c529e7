import type { Status } from '@/ui/marks/StatusMark';
import { card, type Box } from './map-layout';
import { glyph, patternOf, statusColour, type Palette } from './map-marks';
import { boxesInView, detailAt, inView, type Edge, type Scene, type View } from './map-scene';

/** What stands out: a branch, and the one objective with the focus. */
export type Emphasis = { branch?: ReadonlySet<string>; current?: string };

const curvesAtMost = 2500;

/** Draws the map as the window shows it. Cards that are near are left to the page itself. */
export function paint(
  context: CanvasRenderingContext2D,
  scene: Scene,
  view: View,
  palette: Palette,
  emphasis: Emphasis,
  scale = globalThis.devicePixelRatio || 1,
) {
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, view.w * scale, view.h * scale);
  context.setTransform(scale * view.k, 0, 0, scale * view.k, scale * view.x, scale * view.y);
  const boxes = boxesInView(scene, view);
  const detail = detailAt(view.k);
  paintFrames(context, scene, view, palette);
  paintLinks(context, scene, view, palette, emphasis);
  const { branch } = emphasis;
  const near = branch ? boxes.filter(({ id }) => branch.has(id)) : boxes;
  const far = branch ? boxes.filter(({ id }) => !branch.has(id)) : [];
  const draw = detail === 'blocks' ? paintBlocks : detail === 'titles' ? paintTitles : undefined;
  if (draw) {
    context.globalAlpha = 0.16;
    draw(context, far, view, palette, scene);
    context.globalAlpha = 1;
    draw(context, near, view, palette, scene);
  }
  const current = emphasis.current ? scene.byId.get(emphasis.current) : undefined;
  if (current) ring(context, current, view, palette);
}

function paintFrames(context: CanvasRenderingContext2D, { frames }: Scene, view: View, palette: Palette) {
  const { left, top, right, bottom } = inView(view);
  for (const { name, x, y, w, h, count, depth } of frames) {
    if (x > right || y > bottom || x + w < left || y + h < top) continue;
    context.fillStyle = depth % 2 ? palette.surface : palette.sunken;
    context.fillRect(x, y, w, h);
    context.strokeStyle = palette.line;
    context.lineWidth = 1 / view.k;
    context.strokeRect(x, y, w, h);
    const size = Math.min(24, 13 / view.k);
    const room = Math.floor((w - 24) / (size * 0.6));
    if (w * view.k < 56 || room < 4) continue;
    context.fillStyle = palette.ink;
    context.font = `640 ${size}px ${palette.font}`;
    context.textBaseline = 'middle';
    context.fillText(cut(`${name} · ${count}`, room), x + 14, y + 18);
  }
}

function paintLinks(
  context: CanvasRenderingContext2D,
  scene: Scene,
  view: View,
  palette: Palette,
  { branch }: Emphasis,
) {
  const inBranch = (edge: Edge) => branch!.has(edge.from.id) && branch!.has(edge.to.id);
  const { left, top, right, bottom } = inView(view);
  const seen = ({ x, y }: Box) => x >= left && x <= right && y >= top && y <= bottom;
  const visible = branch
    ? scene.edges.filter(inBranch)
    : scene.edges.filter(({ from, to }) => seen(from) || seen(to));
  context.lineWidth = Math.max(1.2, 0.8 / view.k);
  if (!branch && visible.length > curvesAtMost) return paintBundles(context, scene, view, palette);
  for (const kind of ['supports', 'depends'] as const) {
    context.setLineDash(kind === 'depends' ? [6 / view.k, 5 / view.k] : []);
    context.strokeStyle = kind === 'depends' ? palette.atRisk : branch ? palette.accent : palette.strong;
    context.beginPath();
    for (const edge of visible) if (edge.kind === kind) curve(context, edge);
    context.stroke();
  }
  context.setLineDash([]);
}

/** Between the sides that face each other; from below to above where one stands over the other. */
function curve(context: CanvasRenderingContext2D, { from, to }: Edge) {
  const [left, right] = from.x < to.x ? [from, to] : [to, from];
  if (right.x < left.x + card.w) {
    const [upper, lower] = from.y < to.y ? [from, to] : [to, from];
    const [x1, y1, x2, y2] = [upper.x + card.w / 2, upper.y + card.h, lower.x + card.w / 2, lower.y];
    context.moveTo(x1, y1);
    return context.bezierCurveTo(x1 + 20, (y1 + y2) / 2, x2 + 20, (y1 + y2) / 2, x2, y2);
  }
  const [x1, y1, x2, y2] = [left.x + card.w, left.y + card.h / 2, right.x, right.y + card.h / 2];
  const bend = Math.max(12, (x2 - x1) / 2);
  context.moveTo(x1, y1);
  context.bezierCurveTo(x1 + bend, y1, x2 - bend, y2, x2, y2);
}

function paintBundles(context: CanvasRenderingContext2D, { bundles }: Scene, view: View, palette: Palette) {
  context.strokeStyle = palette.strong;
  for (const { x1, y1, x2, y2, count } of bundles) {
    context.lineWidth = Math.min(5, 0.6 + Math.log2(count) / 2) / view.k;
    context.beginPath();
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
    context.stroke();
  }
}

function paintBlocks(
  context: CanvasRenderingContext2D,
  boxes: Box[],
  view: View,
  palette: Palette,
  scene: Scene,
) {
  const byStatus = new Map<Status, Box[]>();
  for (const box of boxes) {
    const same = byStatus.get(box.node.status);
    if (same) same.push(box);
    else byStatus.set(box.node.status, [box]);
  }
  for (const [status, of] of byStatus) {
    context.fillStyle = patternOf(context, status, palette, view.k);
    context.strokeStyle = statusColour(status, palette);
    context.lineWidth = 1.5 / view.k;
    context.beginPath();
    for (const { x, y } of of) context.rect(x, y, card.w, card.h);
    context.fill();
    if (card.w * view.k > 8) context.stroke();
    if (card.w * view.k > 26)
      for (const { x, y } of of) glyph(context, status, x + card.w / 2, y + card.h / 2, 26, palette, true);
  }
  if (card.w * view.k > 14)
    for (const box of boxes) if (scene.gaps.has(box.id)) corner(context, box, palette);
}

function paintTitles(
  context: CanvasRenderingContext2D,
  boxes: Box[],
  view: View,
  palette: Palette,
  scene: Scene,
) {
  const size = 12 / view.k;
  const room = Math.floor((card.w - 44) / (size * 0.58));
  context.font = `540 ${size}px ${palette.font}`;
  context.textBaseline = 'middle';
  for (const box of boxes) {
    const { x, y, node } = box;
    context.fillStyle = palette.surface;
    context.strokeStyle = palette.strong;
    context.lineWidth = 1 / view.k;
    context.fillRect(x, y, card.w, card.h);
    context.strokeRect(x, y, card.w, card.h);
    glyph(context, node.status, x + 20, y + card.h / 2, 18, palette, false);
    context.fillStyle = palette.ink;
    const [first, second] = lines(node.title, room);
    context.fillText(first, x + 38, y + card.h / 2 - (second ? size * 0.62 : 0));
    if (second) context.fillText(second, x + 38, y + card.h / 2 + size * 0.62);
    if (scene.gaps.has(box.id)) corner(context, box, palette);
  }
}

/** The corner of a card that is a gap. */
function corner(context: CanvasRenderingContext2D, { x, y }: Box, palette: Palette) {
  context.fillStyle = palette.ink;
  context.beginPath();
  context.moveTo(x + card.w - 26, y);
  context.lineTo(x + card.w, y);
  context.lineTo(x + card.w, y + 26);
  context.fill();
}

function ring(context: CanvasRenderingContext2D, { x, y }: Box, view: View, palette: Palette) {
  const away = 4 / view.k;
  context.strokeStyle = palette.accent;
  context.lineWidth = 3 / view.k;
  context.strokeRect(x - away, y - away, card.w + 2 * away, card.h + 2 * away);
}

const cut = (text: string, room: number) =>
  text.length > room ? `${text.slice(0, Math.max(1, room - 1))}…` : text;

function lines(text: string, room: number): [string, string?] {
  if (text.length <= room) return [text];
  const space = text.lastIndexOf(' ', room);
  const end = space > 0 ? space : room;
  return [text.slice(0, end), cut(text.slice(end).trim(), room)];
}
