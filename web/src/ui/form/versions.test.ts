import { describe, expect, it } from 'vitest';
import { differences, withTheirs } from './versions';

describe('a change that came too late', () => {
  it('keeps mine but for what is taken from theirs', () => {
    const mine = { name: 'mine', title: 'mine' };
    expect(withTheirs(mine, { name: 'theirs', title: 'theirs' }, ['title'])).toEqual({
      name: 'mine',
      title: 'theirs',
    });
  });

  it('is told field by field', () => {
    const told = differences(
      (name) => name.toUpperCase(),
      [{ name: 'before' }, { name: 'mine' }, { name: 'theirs' }],
    );
    expect(told).toEqual([{ name: 'name', label: 'NAME', before: 'before', mine: 'mine', theirs: 'theirs' }]);
  });
});
