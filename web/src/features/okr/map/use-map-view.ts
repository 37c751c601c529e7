import { select } from 'd3-selection';
import { zoom, zoomIdentity, type ZoomBehavior } from 'd3-zoom';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { card, type Box } from './map-layout';
import { paletteOf } from './map-marks';
import type { Emphasis } from './map-paint';
import { paintWithPicture } from './map-picture';
import { useMapOnPaper } from './use-map-on-paper';
import { boxesInView, detailAt, fitted, placeText, readPlace, type Scene, type View } from './map-scene';

const nearest = 2;
const farthest = 0.01;
const reading = 0.9;
const restMs = 200;

type Asked = { focus?: string; place?: string; onRest: (place: string | undefined) => void };

/**
 * The window on the map: draws at most once a frame, and tells which cards are near enough to be read. Its place is told
 * when the hand rests, for the address; nothing is told of the whole map.
 */
export function useMapView(scene: Scene, emphasis: Emphasis, asked: Asked) {
  const place = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const view = useRef<View>({ k: 1, x: 0, y: 0, w: 0, h: 0 });
  const zooming = useRef<ZoomBehavior<HTMLDivElement, unknown>>(null);
  const frame = useRef(0);
  const [cards, setCards] = useState<Box[]>([]);
  const latest = useRef({ scene, emphasis });
  const onRest = useRef(asked.onRest);
  const whole = useRef(false);
  const told = useRef(asked.place);

  const draw = useCallback(() => {
    frame.current = 0;
    const context = canvas.current?.getContext('2d');
    if (!context || !view.current.w) return;
    const now = latest.current;
    paintWithPicture(context, now.scene, view.current, paletteOf(canvas.current!), now.emphasis);
    const { k, x, y } = view.current;
    if (layer.current) layer.current.style.transform = `translate(${x}px, ${y}px) scale(${k})`;
    const near = detailAt(k) === 'cards' ? boxesInView(now.scene, view.current) : [];
    setCards((before) => (isSame(before, near) ? before : near));
  }, []);
  const soon = useCallback(() => {
    frame.current ||= requestAnimationFrame(draw);
  }, [draw]);

  const moveTo = useCallback((to: { k: number; x: number; y: number }) => {
    const element = place.current;
    if (!element || !zooming.current) return;
    select(element).call(zooming.current.transform, zoomIdentity.translate(to.x, to.y).scale(to.k));
  }, []);
  const fit = useCallback(() => {
    moveTo(fitted(latest.current.scene, view.current.w, view.current.h));
    whole.current = true;
  }, [moveTo]);
  const goTo = useCallback(
    (place: string | undefined) => {
      const there = readPlace(place, view.current.w, view.current.h);
      if (!there || !boxesInView(latest.current.scene, there).length) return false;
      moveTo(there);
      return true;
    },
    [moveTo],
  );
  const scaleBy = useCallback((by: number) => {
    if (place.current && zooming.current) select(place.current).call(zooming.current.scaleBy, by);
  }, []);
  /** Brings one objective into the middle where it is not to be seen or read. */
  const reveal = useCallback(
    (id: string) => {
      const box = latest.current.scene.byId.get(id);
      const { k, x, y, w, h } = view.current;
      if (!box) return;
      const [left, top] = [box.x * k + x, box.y * k + y];
      const inside = left > 8 && top > 8 && left + card.w * k < w - 8 && top + card.h * k < h - 8;
      if (inside && detailAt(k) !== 'blocks') return;
      const near = Math.max(k, reading);
      moveTo({ k: near, x: w / 2 - (box.x + card.w / 2) * near, y: h / 2 - (box.y + card.h / 2) * near });
    },
    [moveTo],
  );

  useLayoutEffect(() => {
    const element = place.current!;
    let resting: ReturnType<typeof setTimeout>;
    const tell = () => {
      const here = whole.current ? undefined : placeText(view.current);
      if (here === told.current) return;
      told.current = here;
      onRest.current(here);
    };
    const behaviour = zoom<HTMLDivElement, unknown>()
      .scaleExtent([farthest, nearest])
      .on('zoom', ({ transform: { k, x, y } }) => {
        Object.assign(view.current, { k, x, y });
        whole.current = false;
        soon();
      })
      .on('end', () => {
        clearTimeout(resting);
        resting = setTimeout(tell, restMs);
      });
    zooming.current = behaviour;
    select(element).call(behaviour).on('dblclick.zoom', null);
    const measure = () => {
      const [w, h] = [element.clientWidth, element.clientHeight];
      const scale = globalThis.devicePixelRatio || 1;
      const first = view.current.w === 0;
      Object.assign(view.current, { w, h });
      canvas.current!.width = w * scale;
      canvas.current!.height = h * scale;
      if (first && w) {
        if (!goTo(asked.place)) {
          fit();
          if (asked.focus) reveal(asked.focus);
        }
        draw();
        performance.mark('map-drawn');
      } else if (whole.current) fit();
      else soon();
    };
    measure();
    const sizes = new ResizeObserver(measure);
    sizes.observe(element);
    const theme = new MutationObserver(soon);
    theme.observe(document.documentElement, { attributes: true });
    return () => {
      clearTimeout(resting);
      sizes.disconnect();
      theme.disconnect();
      select(element).on('.zoom', null);
      cancelAnimationFrame(frame.current);
      frame.current = 0;
    };
    // The window opens once; what it shows changes below.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  useEffect(() => {
    const other = latest.current.scene !== scene;
    latest.current = { scene, emphasis };
    if (other && (whole.current || !boxesInView(scene, view.current).length)) fit();
    soon();
  }, [scene, emphasis, fit, soon]);

  useEffect(() => void (onRest.current = asked.onRest));

  useMapOnPaper(canvas, scene, emphasis, soon);

  // Back, a link or another filter: the address names another place than the one that was told.
  useEffect(() => {
    if (asked.place === told.current) return;
    told.current = asked.place;
    if (!goTo(asked.place)) fit();
  }, [asked.place, goTo, fit]);

  return { place, canvas, layer, view, cards, fit, scaleBy, reveal };
}

const isSame = (a: Box[], b: Box[]) => a.length === b.length && a.every((box, at) => box === b[at]);
