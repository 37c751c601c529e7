import { expect, it } from 'vitest';
import { monthsOf, percent, placeOf } from './timeline-scale';

const quarter = { starts_on: '2026-10-01', ends_on: '2026-12-31' };

it('places days between the first and the last', () => {
  expect(placeOf('2026-10-01', quarter)).toBe(0);
  expect(percent(placeOf('2026-11-16', quarter))).toBe('50.000%');
  expect(placeOf('2027-03-01', quarter)).toBe(1);
  expect(placeOf('2026-01-01', quarter)).toBe(0);
});

it('marks the months', () => {
  expect(monthsOf(quarter)).toEqual(['2026-10-01', '2026-11-01', '2026-12-01']);
  expect(monthsOf({ starts_on: '2026-10-26', ends_on: '2027-01-10' })).toEqual([
    '2026-11-01',
    '2026-12-01',
    '2027-01-01',
  ]);
  expect(monthsOf({ starts_on: '2026-10-05', ends_on: '2026-10-30' })).toEqual(['2026-10-05']);
});
