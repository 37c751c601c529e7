import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { speak } from '@/lib/i18n';
import { changedText, changedValues } from './changed-field';

const change = (field: string, before: string, after: string) => ({ field, before, after });

describe('a change in the history', () => {
  beforeEach(() => speak('de'));
  afterEach(() => speak('en'));

  it('speaks of states, ambitions and indicators in the reader’s words', () => {
    expect(changedText(change('state', 'published', 'cancelled'))).toBe(
      'Stand: Veröffentlicht → Abgebrochen',
    );
    expect(changedText(change('ambition', 'aspirational', 'committed'))).toBe(
      'Anspruch: Ambitioniert → Zugesagt',
    );
    expect(changedValues(change('indicator', '', 'leading'))).toEqual({
      before: '–',
      after: 'früh (Frühindikator)',
    });
  });

  it('writes figures and days as the reader’s language does, with the decimals that tell them apart', () => {
    expect(changedText(change('target', '1000.5', '2000'))).toBe('Zielwert: 1.000,5 → 2.000');
    expect(changedValues(change('high', '99.991', '99.992'))).toEqual({
      before: '99,991',
      after: '99,992',
    });
    expect(changedValues(change('milestones', 'Pilot, 2020-03-31', 'Pilot'))).toEqual({
      before: 'Pilot, 31. März 2020',
      after: 'Pilot',
    });
    expect(changedValues(change('due_on', '2020-03-31', ''))).toEqual({
      before: '31. März 2020',
      after: '–',
    });
  });

  it('leaves what a person wrote as it is, also where it reads like a code or a number', () => {
    expect(changedValues(change('title', 'published', '1000.5'))).toEqual({
      before: 'published',
      after: '1000.5',
    });
  });

  it('names a key result that came or went once', () => {
    expect(changedText(change('key_result', '', 'NPS 20'))).toBe('Neues Key Result: NPS 20');
    expect(changedText(change('key_result', 'NPS 20', ''))).toBe('Key Result zurückgezogen: NPS 20');
  });
});
