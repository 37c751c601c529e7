import { useEffect, useRef, useState } from 'react';

/** Things that changed, or 'all' when this page was away for too long to be told one by one. */
export type News = string[] | 'all';
type Listener = (news: News) => void;
type Told = { subject_id: string; parent_id: string; team_id: string | null };

const listeners = new Set<Listener>();
let source: EventSource | undefined;

const tell = (news: News) => listeners.forEach((listener) => listener(news));

export function tellOf(data: string) {
  const { subject_id, parent_id, team_id } = JSON.parse(data) as Told;
  tell([...new Set([subject_id, parent_id, ...(team_id ? [team_id] : [])])]);
}

/** Hears, while anybody listens, what changed on the server that this person may see. */
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

const comeBackMs = 15_000;

function open() {
  if (typeof EventSource === 'undefined') return undefined;
  const stream = new EventSource('/api/v1/events');
  stream.onmessage = (event: MessageEvent<string>) => tellOf(event.data);
  stream.addEventListener('reset', () => tell('all'));
  // A browser comes back by itself where the line broke, but not where the server was busy or asked too often.
  stream.onerror = () => {
    if (stream.readyState !== EventSource.CLOSED || source !== stream) return;
    setTimeout(() => {
      if (source !== stream || !listeners.size) return;
      source = open();
      // What came meanwhile is told to nobody: the new stream does not know what the old one had seen.
      source?.addEventListener('open', () => tell('all'), { once: true });
    }, comeBackMs);
  };
  return stream;
}

const flashMs = 1800;

/** True for a moment after `state` has become another one. */
export function useFlash(state: string) {
  const [flashing, setFlashing] = useState(false);
  const seen = useRef(state);
  useEffect(() => {
    if (seen.current === state) return;
    seen.current = state;
    setFlashing(true);
    const timer = setTimeout(() => setFlashing(false), flashMs);
    return () => clearTimeout(timer);
  }, [state]);
  return flashing;
}
