import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { adminParts, places } from '@/app/places';
import { makeRouter } from '@/app/router';
import type { Place } from '@/ui/place';

type Routes = { routes: Record<string, readonly unknown[]> };
type Nav = { nav?: Record<string, Place>; adminNav?: Record<string, Place> };

const all = <T>(modules: Record<string, T>) => Object.entries(modules);
const routes = all(import.meta.glob<Routes>('../features/*/routes.tsx', { eager: true }));
const navs = all(import.meta.glob<Nav>('../features/*/nav.ts', { eager: true }));

describe('what a feature names, app/ joins', () => {
  it('every route', () => {
    const known = new Set<unknown>(Object.values(makeRouter(new QueryClient()).routesById));
    expect(routes.length).toBeGreaterThan(5);
    for (const [file, { routes: own }] of routes)
      expect({
        file,
        missing: Object.values(own)
          .flat()
          .filter((route) => !known.has(route)),
      }).toEqual({ file, missing: [] });
  });

  it('every place', () => {
    const known = new Set<unknown>([...places, ...adminParts]);
    expect(navs.length).toBeGreaterThan(5);
    for (const [file, { nav = {}, adminNav = {} }] of navs)
      expect({
        file,
        missing: [nav, adminNav].flatMap(Object.values).filter((place) => !known.has(place)),
      }).toEqual({ file, missing: [] });
  });
});
