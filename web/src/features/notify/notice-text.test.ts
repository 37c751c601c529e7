import { describe, expect, it } from 'vitest';
import { pauses, placeOf } from './notice-text';
import type { Notice } from './shapes';

const notice = (part: Partial<Notice>): Notice => ({
  id: 'n',
  kind: 'mention',
  actor: null,
  in_place_of: null,
  page: 'objective',
  objective: { id: 'o', title: 'Be trusted' },
  place_id: null,
  team_id: null,
  about: '',
  text: '',
  amount: 1,
  days: 0,
  at: 0,
  read: false,
  ...part,
});

describe('a notice', () => {
  it('leads to where it can be answered', () => {
    expect(placeOf(notice({ page: 'check_in' }))).toEqual({ to: '/check-in' });
    expect(placeOf(notice({}))).toMatchObject({ params: { objectiveId: 'o' } });
    expect(placeOf(notice({ objective: null }))).toEqual({ to: '/check-in' });
    expect(placeOf(notice({ page: 'comment', place_id: 'c' }))).toMatchObject({
      params: { objectiveId: 'o' },
      hash: 'c',
    });
    expect(placeOf(notice({ page: 'kpi', place_id: 'k' }))).toMatchObject({ params: { kpiId: 'k' } });
    expect(placeOf(notice({ page: 'cycle', place_id: 'q' }))).toMatchObject({ params: { cycleId: 'q' } });
    expect(placeOf(notice({ page: 'retro', place_id: 'q', team_id: 't' }))).toMatchObject({
      params: { teamId: 't', cycleId: 'q' },
    });
    expect(placeOf(notice({ page: 'person', place_id: 'p' }))).toMatchObject({ params: { personId: 'p' } });
    expect(placeOf(notice({ page: 'okrs', objective: null }))).toEqual({ to: '/okrs' });
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
