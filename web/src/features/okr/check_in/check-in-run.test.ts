import { describe, expect, it } from 'vitest';
import {
  afterEnter,
  changed,
  checkInOf,
  entryOf,
  isReady,
  missing,
  newRun,
  type Asked,
} from './check-in-run';

const hours: Asked = { id: 'a', kind: 'number', kpi_id: null, milestones: [] };
const steps: Asked = {
  id: 'b',
  kind: 'milestones',
  kpi_id: null,
  milestones: [
    { id: 'm1', key_result_id: 'b', title: 'Pilot', weight: 1, due_on: null, reached_at: 1 },
    { id: 'm2', key_result_id: 'b', title: 'Launch', weight: 1, due_on: null, reached_at: null },
  ],
};
const run = newRun('k');
const full = changed(changed(run, hours, { value: '33' }), hours, { confidence: 0 });

describe('a check-in run', () => {
  it('starts empty, also in confidence, but knows the milestones already reached', () => {
    expect(entryOf(run, hours)).toMatchObject({ value: '', confidence: null, what_happened: '' });
    expect(entryOf(run, steps).reached).toEqual(['m1']);
  });

  it('needs a number and a confidence, of which 0 is one', () => {
    expect(missing(entryOf(run, hours), hours)).toBe('value');
    expect(missing(entryOf(changed(run, hours, { value: 'soon', confidence: 4 }), hours), hours)).toBe(
      'value',
    );
    expect(missing(entryOf(changed(run, hours, { value: '33' }), hours), hours)).toBe('confidence');
    expect(missing(entryOf(full, hours), hours)).toBeUndefined();
  });

  it('asks no value of milestones and of what follows a KPI', () => {
    expect(missing(entryOf(run, steps), steps)).toBe('confidence');
    expect(missing(entryOf(run, hours), { ...hours, kpi_id: 'x' })).toBe('confidence');
  });

  it('goes on by Enter to what still needs the person', () => {
    const empty = entryOf(run, hours);
    const done = entryOf(full, hours);
    expect(afterEnter('value', empty, hours)).toBe('value');
    expect(afterEnter('value', done, hours)).toBe('confidence');
    expect(afterEnter('confidence', done, hours)).toBe('what_happened');
    expect(afterEnter('what_happened', done, hours)).toBe('onwards');
    expect(afterEnter('help_needed', { ...done, confidence: null }, hours)).toBe('confidence');
  });

  it('is ready when complete and not skipped; typing takes a skip back', () => {
    expect(isReady(full, hours)).toBe(true);
    const skipped = changed(full, hours, { skipped: true });
    expect(isReady(skipped, hours)).toBe(false);
    expect(isReady(changed(skipped, hours, { what_happened: 'x' }), hours)).toBe(true);
  });

  it('sends numbers, and only what was said', () => {
    const said = changed(full, hours, { value: '33.5', what_next: 'Train two more', what_happened: '  ' });
    expect(checkInOf(entryOf(said, hours), hours)).toEqual({
      key_result_id: 'a',
      value: 33.5,
      confidence: 0,
      what_next: 'Train two more',
    });
    const reached = changed(run, steps, { confidence: 7, reached: ['m1', 'm2'] });
    expect(checkInOf(entryOf(reached, steps), steps)).toEqual({
      key_result_id: 'b',
      reached: ['m1', 'm2'],
      confidence: 7,
    });
  });
});
