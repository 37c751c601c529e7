import { expect, it } from 'vitest';
import { filterOf, isFiltered, readSearch, searchOfView, searchWith, viewQuery } from './search';

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

it('keeps what is open out of a saved view', () => {
  const search = readSearch({
    tab: 'list',
    opened: 'a.b',
    shut: 'c',
    branches: '*',
    outline: 'true',
    place: 'x',
  });
  expect(viewQuery(search)).toBe('tab=list');
  expect({ ...search, ...searchOfView('tab=list', 'v') }).toMatchObject({
    opened: undefined,
    place: undefined,
  });
});

it('leaves the place on the map when the filter changes, and only then', () => {
  const before = readSearch({ tab: 'map', place: '1_2_3', text: 'a' });
  expect(searchWith(before, { focus: 'o', text: 'a' }).place).toBe('1_2_3');
  expect(searchWith(before, { team: 'sales' }).place).toBe(undefined);
});
