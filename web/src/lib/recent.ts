import { currentOwner } from './owner';

const storageKey = () => `waymark-recent-${currentOwner() ?? 'nobody'}`;
const most = 6;

/** A page of one thing that was open in this browser. */
export type Recent = { path: string; title: string };

export function recent(): Recent[] {
  try {
    return JSON.parse(localStorage.getItem(storageKey()) ?? '[]') as Recent[];
  } catch {
    return [];
  }
}

export function remember(page: Recent) {
  const others = recent().filter(({ path }) => path !== page.path);
  if (currentOwner()) localStorage.setItem(storageKey(), JSON.stringify([page, ...others].slice(0, most)));
}

export const forgetRecent = () => localStorage.removeItem(storageKey());
