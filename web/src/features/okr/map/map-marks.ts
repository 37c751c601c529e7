import type { Status } from '@/ui/marks/StatusMark';

/** The colours of the map, as tokens.css has them in the theme of the moment. */
export type Palette = {
  surface: string;
  sunken: string;
  line: string;
  strong: string;
  ink: string;
  accent: string;
  onTrack: string;
  atRisk: string;
  offTrack: string;
  stale: string;
  done: string;
  font: string;
};

const tokens: Record<keyof Palette, string> = {
  surface: '--surface',
  sunken: '--sunken',
  line: '--line',
  strong: '--line-strong',
  ink: '--ink',
  accent: '--accent',
  onTrack: '--on-track',
  atRisk: '--at-risk',
  offTrack: '--off-track',
  stale: '--stale',
  done: '--done',
  font: '--font',
};

export function paletteOf(element: Element): Palette {
  const style = getComputedStyle(element);
  const read = Object.entries(tokens).map(([name, token]) => [name, style.getPropertyValue(token).trim()]);
  return Object.fromEntries(read) as Palette;
}

const colours: Record<Status, keyof Palette> = {
  on_track: 'onTrack',
  at_risk: 'atRisk',
  off_track: 'offTrack',
  done: 'done',
  nearly: 'done',
  partly: 'done',
  learned: 'done',
  missed: 'stale',
  unmeasured: 'stale',
  cancelled: 'stale',
  stale: 'stale',
  not_started: 'stale',
  no_news: 'stale',
};
export const statusColour = (status: Status, palette: Palette) => palette[colours[status]];

const hollow: ReadonlySet<Status> = new Set([
  'stale',
  'not_started',
  'no_news',
  'partly',
  'learned',
  'missed',
  'unmeasured',
  'cancelled',
]);

const patterns = new Map<string, CanvasPattern>();

/** Full, stripes, crossed stripes, lines, or hollow: a status is seen without its colour too. */
export function patternOf(
  context: CanvasRenderingContext2D,
  status: Status,
  palette: Palette,
  k: number,
): string | CanvasPattern {
  const colour = statusColour(status, palette);
  if (status === 'on_track') return colour;
  if (hollow.has(status)) return palette.surface;
  const key = `${status} ${colour} ${palette.surface}`;
  const pattern = patterns.get(key) ?? context.createPattern(tile(status, colour, palette.surface), 'repeat');
  if (!pattern) return colour;
  patterns.set(key, pattern);
  // The stripes keep their width on the screen.
  pattern.setTransform(new DOMMatrix().scale(1 / k));
  return pattern;
}

function tile(status: Status, colour: string, paper: string) {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 6;
  const pen = canvas.getContext('2d')!;
  pen.fillStyle = paper;
  pen.fillRect(0, 0, 6, 6);
  pen.strokeStyle = colour;
  pen.lineWidth = status === 'off_track' ? 2.4 : 2;
  pen.beginPath();
  if (status === 'done' || status === 'nearly') {
    pen.moveTo(0, 3);
    pen.lineTo(6, 3);
  } else {
    for (const shift of [-6, 0, 6]) {
      pen.moveTo(shift - 1, 7);
      pen.lineTo(shift + 7, -1);
      if (status !== 'off_track') continue;
      pen.moveTo(shift - 1, -1);
      pen.lineTo(shift + 7, 7);
    }
  }
  pen.stroke();
  return canvas;
}

const diamonds: ReadonlySet<Status> = new Set(['done', 'nearly', 'partly', 'learned']);

/** The shape of a status, as StatusMark has it; on paper where it stands on a block. */
export function glyph(
  context: CanvasRenderingContext2D,
  status: Status,
  x: number,
  y: number,
  size: number,
  palette: Palette,
  onBlock: boolean,
) {
  const r = size / 2;
  if (onBlock) {
    context.fillStyle = palette.surface;
    context.beginPath();
    context.arc(x, y, r * 1.5, 0, 2 * Math.PI);
    context.fill();
  }
  context.fillStyle = context.strokeStyle = statusColour(status, palette);
  context.lineWidth = size / 7;
  context.beginPath();
  if (status === 'at_risk') polygon(context, [x, y - r, x + r, y + r * 0.8, x - r, y + r * 0.8]);
  else if (status === 'off_track') context.rect(x - r * 0.8, y - r * 0.8, r * 1.6, r * 1.6);
  else if (diamonds.has(status)) polygon(context, [x, y - r, x + r, y, x, y + r, x - r, y]);
  else if (status === 'missed') cross(context, x, y, r * 0.7);
  else if (status === 'no_news') context.rect(x - r, y - size / 14, size, size / 7);
  else context.arc(x, y, r * 0.85, 0, 2 * Math.PI);
  if (status === 'nearly') polygon(context, [x, y - r * 0.6, x - r * 0.6, y, x + r * 0.6, y]);
  if (status === 'learned') context.rect(x - size / 14, y - size / 10, size / 7, size / 5);
  if (status === 'no_news' || !hollow.has(status)) return context.fill();
  context.setLineDash(status === 'stale' ? [size / 4, size / 6] : []);
  context.stroke();
  context.setLineDash([]);
}

function cross(context: CanvasRenderingContext2D, x: number, y: number, r: number) {
  context.moveTo(x - r, y - r);
  context.lineTo(x + r, y + r);
  context.moveTo(x + r, y - r);
  context.lineTo(x - r, y + r);
}

function polygon(context: CanvasRenderingContext2D, points: number[]) {
  context.moveTo(points[0]!, points[1]!);
  for (let at = 2; at < points.length; at += 2) context.lineTo(points[at]!, points[at + 1]!);
  context.closePath();
}
