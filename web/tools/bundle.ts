import type { Rolldown } from 'vite';

export type Bundle = Rolldown.OutputBundle;

export const firstFont = /inter-latin-wght-normal.*\.woff2$/;

/** What these chunks need to run: themselves and what they import at once. */
export function needs(bundle: Bundle, names: string[]): string[] {
  const all = new Set<string>();
  const take = (name: string) => {
    const chunk = bundle[name];
    if (all.has(name) || chunk?.type !== 'chunk') return;
    all.add(name);
    chunk.imports.forEach(take);
  };
  names.forEach(take);
  return [...all];
}
