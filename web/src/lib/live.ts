import { useEffect, useState } from 'react';

type Listener = (ids: string[]) => void;

const listeners = new Set<Listener>();
let source: EventSource | undefined;

const idsIn = (news: string) => [...new Set(news.match(/(?<=")[0-9a-hjkmnp-tv-z]{13}(?=")/g) ?? [])];

export function tell(news: string) {
  const ids = idsIn(news);
  if (ids.length) listeners.forEach((listener) => listener(ids));
}

/** Hears, while anybody listens, which things changed on the server that this person may see. */
export function onNews(listener: Listener) {
  listeners.add(listener);
  source ??= open();
  return () => {
    listeners.delete(listener);
    if (listeners.size) return;
    source?.close();
    source = undefined;
  };
}

function open() {
  if (typeof EventSource === 'undefined') return undefined;
  const stream = new EventSource('/api/v1/events');
  stream.onmessage = (event: MessageEvent<string>) => tell(event.data);
  return stream;
}

const flashMs = 1800;

/** True for a moment after news of `id`. */
export function useFlash(id: string) {
  const [flashing, setFlashing] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const leave = onNews((ids) => {
      if (!ids.includes(id)) return;
      setFlashing(true);
      clearTimeout(timer);
      timer = setTimeout(() => setFlashing(false), flashMs);
    });
    return () => {
      clearTimeout(timer);
      leave();
    };
  }, [id]);
  return flashing;
}
