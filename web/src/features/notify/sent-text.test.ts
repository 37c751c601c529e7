import { beforeAll, describe, expect, it } from 'vitest';
import { speak } from '@/lib/i18n';
import { aboutPlace, everyText, howMuch, jobText, outcome, whose, whyHeld } from './sent-text';
import type { JobRun, SentLine } from './shapes';

const line: SentLine = {
  id: '00mcv7n2k3x01',
  at: 0,
  kind: 'handed_up',
  channel: 'inbox',
  person: { id: '00mcv7n2k3x02', name: 'Ana Weber' },
  people: 1,
  held: null,
  actor: { id: '00mcv7n2k3x03', name: 'Ben Kim' },
  in_place_of: null,
  page: 'check_in',
  objective: { id: '00mcv7n2k3x04', title: 'Be trusted' },
  place_id: null,
  team_id: null,
  about: 'Be trusted',
  amount: 2,
  days: 8,
};

const run: JobRun = {
  id: '00mcv7n2k3x05',
  job: 'notify.remind',
  at: 0,
  took_ms: 400,
  sent: 3,
  fault: null,
  reference: '',
};

beforeAll(() => speak('en'));

describe('a line of what was sent', () => {
  it('says of how much it spoke, of whom, and why it was held back', () => {
    expect(howMuch(line)).toBe('2 key results, late by 8 days');
    expect(whose(line)).toBe('of Ben Kim');
    expect(whose({ ...line, kind: 'handed_over' })).toBe('by Ben Kim');
    expect(whyHeld({ ...line, held: 'theirs_away' })).toBe('Held back, Ben Kim was away:');
  });

  it('leads to the objective, never to the check-ins of whoever reads the log', () => {
    expect(aboutPlace(line)).toMatchObject({ params: { objectiveId: '00mcv7n2k3x04' } });
    expect(aboutPlace({ ...line, page: 'okrs' })).toBe(undefined);
  });
});

describe('a run', () => {
  it('says what it did, or why it did not work', () => {
    expect(outcome(run)).toBe('3 notices sent · took 0.4 s');
    expect(outcome({ ...run, sent: 0 })).toBe('nothing to send · took 0.4 s');
    expect(outcome({ ...run, sent: null })).toBe('took 0.4 s');
    expect(outcome({ ...run, fault: 'defect', reference: 'k3x05' })).toContain('under k3x05');
  });

  it('has the name that the server gives where a newer release does it', () => {
    expect(jobText('notify.tidy')).toBe('Clears old notices, this log and its runs');
    expect(jobText('of.tomorrow')).toBe('of.tomorrow');
  });

  it('comes back in words', () => {
    expect([3_600_000, 10_000, null].map(everyText)).toEqual([
      'Every hour',
      'Every 10 seconds',
      'When it is needed',
    ]);
  });
});
