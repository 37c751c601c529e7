import { expect, it } from 'vitest';
import { filterOf, isFiltered, readSearch, searchOfView, viewQuery } from './search';

it('reads what it knows of an address and leaves the rest out', () => {
  const search = readSearch({ tab: 'map', at_risk: true, text: 100, level: 'nobody', other: 'x' });
  expect(filterOf(search)).toEqual({ at_risk: 'true', text: '100' });
  expect(search.tab).toBe('map');
  expect(isFiltered(search)).toBe(true);
  expect(isFiltered(readSearch({ tab: 'map', focus: 'x' }))).toBe(false);
});

it('writes a view the same way whatever the order was', () => {
  const one = viewQuery(readSearch({ text: 'ß & co', tab: 'tree', stale: 'true', saved: 'v', focus: 'o' }));
  expect(one).toBe(viewQuery(readSearch({ stale: 'true', tab: 'tree', text: 'ß & co' })));
  expect(viewQuery(searchOfView(one, 'v'))).toBe(one);
  expect(searchOfView(one, 'v').saved).toBe('v');
});
