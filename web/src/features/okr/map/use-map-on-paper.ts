import { useEffect, type RefObject } from 'react';
import { paletteOf } from './map-marks';
import { paint, type Emphasis } from './map-paint';
import { fitted, type Scene } from './map-scene';

/** What a sheet of A4 has for the map beside its title, in pixels of the page, and how much finer a printer is. */
const paper = { w: 1010, h: 580, sharp: 3 };
const scheme = 'data-mantine-color-scheme';
/** Nearer than that, cards would be left to the page. */
const nearest = 0.7;

/** On paper stands the whole map in light colours; `again` draws the window when it comes back. */
export function useMapOnPaper(
  canvas: RefObject<HTMLCanvasElement | null>,
  scene: Scene,
  emphasis: Emphasis,
  again: () => void,
) {
  useEffect(() => {
    const root = document.documentElement;
    let before: { theme: string; w: number; h: number } | undefined;
    const begin = () => {
      const element = canvas.current!;
      before ??= { theme: root.getAttribute(scheme) ?? 'light', w: element.width, h: element.height };
      root.setAttribute(scheme, 'light');
      const { w, h, sharp } = paper;
      element.width = w * sharp;
      element.height = h * sharp;
      const view = { ...fitted(scene, w, h, nearest), w, h };
      paint(element.getContext('2d')!, scene, view, paletteOf(element), emphasis, sharp);
    };
    const end = () => {
      if (!before) return;
      root.setAttribute(scheme, before.theme);
      canvas.current!.width = before.w;
      canvas.current!.height = before.h;
      before = undefined;
      again();
    };
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    return () => {
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
    };
  }, [canvas, scene, emphasis, again]);
}
