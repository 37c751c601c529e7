import { describe, expect, it } from 'vitest';
import { pauses, placeOf } from './notice-text';
import type { Notice } from './shapes';

const notice = (kind: Notice['kind']): Notice => ({
  id: 'n',
  kind,
  actor: null,
  objective: { id: 'o', title: 'Be trusted' },
  about: '',
  text: '',
  amount: 1,
  days: 0,
  at: 0,
  read: false,
});

describe('a notice', () => {
  it('leads to where it can be answered', () => {
    expect(placeOf(notice('check_in_late'))).toEqual({ to: '/check-in' });
    expect(placeOf(notice('mention'))).toMatchObject({ params: { objectiveId: 'o' } });
    expect(placeOf({ ...notice('mention'), objective: null })).toEqual({ to: '/check-in' });
  });

  it('rests until the next morning or the next Monday', () => {
    const days = (from: string) => {
      const { tomorrow, monday } = pauses(new Date(from).getTime());
      return [tomorrow, monday].map((at) => new Date(at).toString().slice(0, 21));
    };
    expect(days('2026-11-20T17:00')).toEqual(['Sat Nov 21 2026 08:00', 'Mon Nov 23 2026 08:00']);
    expect(days('2026-11-22T06:00')).toEqual(['Mon Nov 23 2026 08:00', 'Mon Nov 23 2026 08:00']);
    expect(days('2026-11-23T06:00')).toEqual(['Tue Nov 24 2026 08:00', 'Mon Nov 30 2026 08:00']);
  });
});
