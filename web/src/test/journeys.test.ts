import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { adminParts } from '@/app/places';
import { makeQueryClient } from '@/app/query-client';
import { makeRouter } from '@/app/router';

/** An address without the things that it names, and without what stands behind the question mark. */
const shape = (path: string) => path.replace(/\?.*/, '').replace(/\$(\{[^}]*\}|\w+)/g, '$');

it('the journeys open every page there is', () => {
  const journeys = readFileSync(join(import.meta.dirname, '../../../tests/journeys/routes.ts'), 'utf8');
  const opened = new Set([...journeys.matchAll(/path: ['`]([^'`]+)['`]/g)].map(([, path]) => shape(path!)));
  for (const { to } of adminParts) opened.add(to);
  const pages = Object.keys(makeRouter(makeQueryClient()).routesByPath);
  expect(pages.length).toBeGreaterThan(opened.size / 2);
  expect(pages.map(shape).filter((page) => !opened.has(page))).toEqual([]);
});
