import { useEffect, useRef } from 'react';

/** Where somebody was in the lines when they left them. */
type Place = { top: number; row?: string };

/** By the entry of the browser's history: Back, and Forward, return to what was there. */
const places = new Map<string, Place>();
const entry = () => (history.state as { __TSR_key?: string } | null)?.__TSR_key ?? '';
const remember = (part: Partial<Place>) =>
  places.set(entry(), { top: scrollY, ...places.get(entry()), ...part });

/** Brings whoever comes back to the line they had left, as soon as there are lines; answers how a line is remembered. */
export function useReturn(ids: string[], goTo: (index: number) => void) {
  const place = useRef(places.get(entry()));
  useEffect(() => {
    if (!place.current || ids.length === 0) return;
    const { top, row } = place.current;
    place.current = undefined;
    scrollTo({ top, behavior: 'instant' });
    if (row !== undefined && ids.includes(row)) goTo(ids.indexOf(row));
  });
  useEffect(() => {
    const onScroll = () => {
      if (!place.current) remember({ top: scrollY });
    };
    addEventListener('scroll', onScroll, { passive: true });
    return () => removeEventListener('scroll', onScroll);
  }, []);
  return (row: string | undefined) => {
    if (!place.current) remember({ row });
  };
}
