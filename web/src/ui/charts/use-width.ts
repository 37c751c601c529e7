import { useEffect, useRef, useState } from 'react';
import { usePrinting } from '@/lib/printing';

/** What a card has on a sheet of A4. */
const paper = 650;

/** The width the page gives to a picture, so that its text keeps its size. */
export function useWidth<T extends HTMLElement = HTMLDivElement>(least = 240) {
  const frame = useRef<T>(null);
  const [width, setWidth] = useState(640);
  const printing = usePrinting();
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(Math.max(least, entry!.contentRect.width)));
    observer.observe(frame.current!);
    return () => observer.disconnect();
  }, [least]);
  return [frame, printing ? Math.min(width, paper) : width] as const;
}
