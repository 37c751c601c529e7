import { describe, expect, it } from 'vitest';
import { beginning, closureOf } from './closing';

const suggestion = {
  unmeasured: 0,
  suggested_grade: 0.7,
  key_results: [
    {
      key_result_id: 'hit',
      outcome: 'hit' as const,
      grade: 1,
      cause: null,
      note: '',
      first_target: null,
      verdict: 'partly' as const,
      first_confidence: null,
      last_confidence: null,
    },
    {
      key_result_id: 'missed',
      outcome: 'missed' as const,
      grade: 0.4,
      cause: null,
      note: '',
      first_target: null,
      verdict: 'partly' as const,
      first_confidence: null,
      last_confidence: null,
    },
  ],
  easy_signs: [],
  changes: [],
};

describe('a closing', () => {
  it('starts from what the figures say, and leaves the judgement open', () => {
    const ending = beginning(suggestion, 'k');
    expect(ending.grade).toBe(0.7);
    expect(ending.execution).toBeNull();
    expect(ending.parts.missed).toEqual({ outcome: 'missed', cause: '', note: '' });
  });

  it('sends what was said and nothing that is empty', () => {
    const ending = { ...beginning(suggestion, 'k'), execution: 'good' as const, learning: ' Begin early. ' };
    ending.parts.missed = { outcome: 'missed', cause: 'late_start', note: '' };
    ending.parts.hit = { outcome: 'hit', cause: 'other', note: '' };
    expect(closureOf(ending)).toEqual({
      grade: 0.7,
      execution: 'good',
      learning: 'Begin early.',
      key_results: [
        { key_result_id: 'hit', outcome: 'hit' },
        { key_result_id: 'missed', outcome: 'missed', cause: 'late_start' },
      ],
    });
  });
});
