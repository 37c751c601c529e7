declare global {
  interface Window {
    /** By address: what boot.js asked the server while the scripts were on their way. */
    firstAnswers?: Record<string, Promise<Response>>;
  }
}

/** In milliseconds after the page began: later an answer would be old. */
const fresh = 10_000;

/** The answer that was asked for early, once. When nobody is signed in, the other answers are of no use either. */
export async function early(request: Request): Promise<Response | undefined> {
  const { pathname, search } = new URL(request.url);
  const address = pathname + search;
  const asked = globalThis.window?.firstAnswers?.[address];
  if (!asked || request.method !== 'GET' || performance.now() > fresh) return undefined;
  delete window.firstAnswers![address];
  const answer = await asked.catch(() => undefined);
  if (answer?.status === 401) window.firstAnswers = {};
  return answer;
}
