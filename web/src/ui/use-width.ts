import { useEffect, useRef, useState } from 'react';

/** The width the page gives to a picture, so that its text keeps its size. */
export function useWidth<T extends HTMLElement = HTMLDivElement>(least = 240) {
  const frame = useRef<T>(null);
  const [width, setWidth] = useState(640);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(Math.max(least, entry!.contentRect.width)));
    observer.observe(frame.current!);
    return () => observer.disconnect();
  }, [least]);
  return [frame, width] as const;
}
