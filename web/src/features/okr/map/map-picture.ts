import type { Palette } from './map-marks';
import { paint, type Emphasis } from './map-paint';
import { detailAt, type Scene, type View } from './map-scene';

type Picture = { canvas: HTMLCanvasElement; view: View; scene: Scene; emphasis: Emphasis; ink: string };

let picture: Picture | undefined;
let before: View | undefined;

const manyBoxes = 1500;

/** From afar thousands are in view: a picture larger than the window is made once, and moved while the hand pans. */
export function paintWithPicture(
  context: CanvasRenderingContext2D,
  scene: Scene,
  view: View,
  palette: Palette,
  emphasis: Emphasis,
) {
  const panned = before?.k === view.k;
  before = { ...view };
  const far = detailAt(view.k) === 'blocks' && scene.boxes.length > manyBoxes;
  if (!far || !panned) return paint(context, scene, view, palette, emphasis);
  if (!picture || !serves(picture, scene, view, palette, emphasis))
    picture = pictureOf(scene, view, palette, emphasis);
  const scale = globalThis.devicePixelRatio || 1;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, view.w * scale, view.h * scale);
  context.drawImage(picture.canvas, (view.x - picture.view.x) * scale, (view.y - picture.view.y) * scale);
}

function serves(
  { view: made, ...of }: Picture,
  scene: Scene,
  view: View,
  palette: Palette,
  emphasis: Emphasis,
) {
  const [left, top] = [view.x - made.x, view.y - made.y];
  const covers = left <= 0 && top <= 0 && left + made.w >= view.w && top + made.h >= view.h;
  return (
    covers && made.k === view.k && of.scene === scene && of.emphasis === emphasis && of.ink === palette.ink
  );
}

function pictureOf(scene: Scene, view: View, palette: Palette, emphasis: Emphasis): Picture {
  const [across, down] = [view.w / 2, view.h / 2];
  const wider = { k: view.k, x: view.x + across, y: view.y + down, w: view.w * 2, h: view.h * 2 };
  const scale = globalThis.devicePixelRatio || 1;
  const canvas = document.createElement('canvas');
  canvas.width = wider.w * scale;
  canvas.height = wider.h * scale;
  paint(canvas.getContext('2d')!, scene, wider, palette, emphasis);
  return { canvas, view: wider, scene, emphasis, ink: palette.ink };
}
