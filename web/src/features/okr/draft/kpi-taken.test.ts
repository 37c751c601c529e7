import { describe, expect, it } from 'vitest';
import { takenFromKpi } from './kpi-taken';
import { blankKeyResult } from './written';

const kpi = { id: 'k', value: 34, low: null, high: 25, unit: 'complaints', better: 'lower' as const };

describe('a key result that follows a KPI', () => {
  it('starts where the KPI is and leads to the limit that was broken', () => {
    expect(takenFromKpi(blankKeyResult, kpi)).toMatchObject({
      kpi_id: 'k',
      baseline: '34',
      target: '25',
      unit: 'complaints',
    });
    const rises = { ...kpi, better: 'higher' as const, low: 40, high: null };
    expect(takenFromKpi(blankKeyResult, rises)).toMatchObject({ baseline: '34', target: '40' });
  });

  it('stays within both limits of a KPI that has two', () => {
    const within = { ...kpi, better: 'within' as const, low: 18, high: 22 };
    expect(takenFromKpi(blankKeyResult, within)).toMatchObject({
      shape: 'stay_within',
      low: '18',
      high: '22',
    });
  });

  it('keeps what was written, and takes no figures into a yes or no', () => {
    const written = { ...blankKeyResult, baseline: '30', target: '20', unit: 'cases' };
    expect(takenFromKpi(written, kpi)).toMatchObject({ baseline: '30', target: '20', unit: 'cases' });
    expect(takenFromKpi({ ...blankKeyResult, kind: 'yes_no' }, kpi).baseline).toBe('');
  });
});
