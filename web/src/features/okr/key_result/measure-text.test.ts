import { describe, expect, it } from 'vitest';
import { score } from '@/lib/format';
import { audit, complaints, rollout, satisfaction, yieldRate } from '@/test/world';
import { trajectory } from './KeyResultChart';
import { barLabel, currentText, endTexts, expectedText, startText } from './measure-text';
import { objective, quarter } from '@/test/world';
import { reasonText, statusDetail } from '@/ui/marks/standing-text';

describe('a key result in words', () => {
  it('says its value with its unit', () => {
    expect([complaints, satisfaction, rollout, audit].map(currentText)).toEqual([
      '36\u00a0h',
      '86.2%',
      '50%',
      'no value yet',
    ]);
  });
  it('says where the pace would have it no more exactly than people do', () => {
    expect(expectedText({ ...complaints, expected_value: 35.27, current: 36 })).toBe('35\u00a0h');
    expect(expectedText({ ...satisfaction, expected_value: 85.4321 })).toBe('85.4%');
  });
  it('names both ends, a limit one of them, and leaves out units that are words', () => {
    expect(endTexts(complaints)).toEqual(['48\u00a0h', '24\u00a0h']);
    expect(endTexts({ ...complaints, unit: 'plants' })).toEqual(['48', '24']);
    expect(endTexts({ ...complaints, direction: 'stay_below' })).toEqual(['', '≤ 24\u00a0h']);
    expect(endTexts({ ...complaints, direction: 'stay_within', low: 3, high: 7 })).toEqual([
      '',
      '3\u00a0h – 7\u00a0h',
    ]);
    expect(endTexts(audit)).toEqual(['No', 'Yes']);
  });
  it('says where a way without a written baseline begins', () => {
    const bare = { ...satisfaction, baseline: null, progress: null, expected_value: null };
    expect(startText(satisfaction)).toBeUndefined();
    expect(startText(bare)).toBe('no measure yet: it starts from the first value');
    expect(startText({ ...satisfaction, baseline: 90, baseline_on: '2026-11-02' })).toMatch(
      /^measured from 90%, the first value short of the target, 2 Nov/,
    );
    expect(startText({ ...bare, progress: 1 })).toBe('the first value had the target already');
    expect(startText({ ...bare, direction: 'stay_above' })).toContain('1 while it is kept');
    expect(endTexts(bare)).toEqual(['', '90%']);
    expect(endTexts({ ...bare, target: null, change_percent: 15 })).toEqual(['', '+15%']);
    expect(expectedText(bare)).toBeUndefined();
  });
  it('writes what is not the limit as something else than the limit', () => {
    const range = { ...satisfaction, direction: 'stay_within' as const, low: 18, high: 22, unit: '' };
    expect(currentText({ ...range, kind: 'number', current: 22.0001 })).toBe('22.0001');
    expect(currentText({ ...range, kind: 'number', current: 22 })).toBe('22');
    expect(score(0.9999)).toBe('0.99');
  });
  it('tells what the bar shows', () => {
    expect(barLabel(satisfaction)).toBe(
      'Raise CSAT from 80 % to 90 %: 86.2% on the way to 90%, progress 0.62, expected 0.54',
    );
  });
  it('says why, and how late', () => {
    expect(reasonText(rollout.standing)).toBe('Confidence 3 of 10');
    expect(
      reasonText({
        reasons: [{ why: 'behind_pace', value: 0.31, against: 0.56, figures: [] }],
      }),
    ).toBe('0.31 where 0.56 is expected');
    // [OKR-19]
    expect(
      reasonText({
        reasons: [
          { why: 'parts_behind', value: 2, against: 3, figures: [0.21, 0.15] },
          { why: 'parts_late', value: 1, against: 3, figures: [12] },
        ],
      }),
    ).toBe('2 of 3 behind: 0.21 and 0.15; one 12 days late');
    expect(statusDetail(complaints.standing)).toBe('5 days late');
    expect(statusDetail(yieldRate.standing)).toBeUndefined();
  });
});

describe('the picture of a key result', () => {
  const { check_ins } = objective;
  it('runs from the start of the cycle to the due day, oldest value first', () => {
    const { from, until, points } = trajectory(complaints, check_ins, quarter, '2026-11-22');
    expect([from, until, points.length]).toEqual(['2026-10-05', '2027-01-03', 5]);
    expect(points[0]).toMatchObject({ day: '2026-10-12', value: 48 });
    expect(points.at(-1)).toMatchObject({ value: 36, note: 'New triage rota in place' });
  });
  it('leads the pace through what the server expects today', () => {
    expect(trajectory(complaints, check_ins, quarter, '2026-11-22').pace).toEqual([
      { day: '2026-10-05', value: 48 },
      { day: '2026-11-22', value: 35 },
      { day: '2027-01-03', value: 24 },
    ]);
  });
  it('expects nothing even of yes or no, nor of a limit', () => {
    expect(trajectory(audit, check_ins, quarter).pace).toEqual([]);
    expect(trajectory({ ...complaints, direction: 'stay_below' }, check_ins, quarter).pace).toEqual([]);
  });
  it('has the levels that there are', () => {
    expect(trajectory(complaints, [], quarter).levels.map(({ name }) => name)).toEqual([
      'baseline',
      'commit',
      'target',
    ]);
    expect(trajectory(yieldRate, [], quarter).levels.map(({ name }) => name)).toEqual([
      'baseline',
      'target',
      'stretch',
    ]);
  });
});
