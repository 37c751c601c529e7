import { describe, expect, it } from 'vitest';
import { withStated } from './stated-measure';
import { blankKeyResult, keyResultOf } from './written';

const stated = {
  kind: 'percent',
  direction: 'rise',
  baseline: 20,
  target: 60,
  change_percent: null,
  low: null,
  high: null,
  unit: '%',
} as const;
const written = { ...blankKeyResult, title: 'Raise bookings from 20 % to 60 %' };

describe('the measure that a sentence states', () => {
  it('is taken where nobody wrote one', () => {
    expect(keyResultOf(withStated(written, stated))).toEqual({
      title: written.title,
      kind: 'percent',
      baseline: 20,
      target: 60,
      unit: '%',
    });
  });

  it('leaves the start empty where the sentence names none, and keeps a limit a limit', () => {
    const limit = { ...stated, direction: 'stay_below', baseline: null, target: 5 } as const;
    expect(keyResultOf(withStated(written, limit))).toEqual({
      title: written.title,
      kind: 'percent',
      direction: 'stay_below',
      target: 5,
      unit: '%',
    });
    const within = { ...stated, direction: 'stay_within', low: 2, high: 8 } as const;
    expect(withStated(written, within)).toMatchObject({ low: '2', high: '8', target: '' });
  });

  it('never takes the place of what somebody wrote', () => {
    for (const own of [{ target: '7' }, { kind: 'yes_no' as const }, { unit: 'berths' }]) {
      const one = { ...written, ...own };
      expect(withStated(one, stated)).toBe(one);
    }
    expect(withStated(written, null)).toBe(written);
  });
});
