import { Refused, Unreachable } from './client';

const prefix = 'waymark-kept-';

/** What the server says; without a connection what it said last, as long as this person is signed in here. */
export async function kept<T>(name: string, ask: () => Promise<T>): Promise<T> {
  try {
    const answer = await ask();
    write(name, answer);
    return answer;
  } catch (failure) {
    if (failure instanceof Refused && failure.problem.status === 401) forgetKept();
    const last = failure instanceof Unreachable ? read<T>(name) : undefined;
    if (last === undefined) throw failure;
    return last;
  }
}

/** Nobody is signed in any more: nothing of what they saw stays here. Drafts wait for their return. */
export function forgetKept() {
  for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
}

function read<T>(name: string): T | undefined {
  try {
    const text = localStorage.getItem(prefix + name);
    return text === null ? undefined : (JSON.parse(text) as T);
  } catch {
    return undefined;
  }
}

function write(name: string, answer: unknown) {
  try {
    localStorage.setItem(prefix + name, JSON.stringify(answer));
  } catch {
    // A full or forbidden store costs the copy, never the page.
  }
}
