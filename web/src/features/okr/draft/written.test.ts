import { describe, expect, it } from 'vitest';
import { blankKeyResult, blankObjective, keyResultOf, objectiveOf } from './written';

describe('what was written', () => {
  it('becomes numbers, and only the fields that its shape has', () => {
    const rise = {
      ...blankKeyResult,
      title: 'Raise CSAT',
      kind: 'percent' as const,
      baseline: '80',
      target: '90,5',
      low: '3',
      unit: '%',
    };
    expect(keyResultOf(rise)).toEqual({
      title: 'Raise CSAT',
      kind: 'percent',
      baseline: 80,
      target: 90.5,
      unit: '%',
    });
    const within = { ...rise, shape: 'stay_within' as const, high: '7' };
    expect(keyResultOf(within)).toMatchObject({ direction: 'stay_within', low: 3, high: 7 });
    expect(keyResultOf(within)).not.toHaveProperty('target');
  });

  it('says who owns it, what it weighs, its levels and what must not get worse', () => {
    const written = {
      ...blankKeyResult,
      title: 'x',
      target: '9',
      owner: { id: 'b', name: 'Ben' },
      weight: '2',
      commit: '6',
      stretch: '12',
      counter: 'Returns',
      kpi_id: 'k',
    };
    expect(keyResultOf(written)).toEqual({
      title: 'x',
      kind: 'number',
      direction: 'rise',
      target: 9,
      owner_id: 'b',
      weight: 2,
      commit: 6,
      stretch: 12,
      counter: 'Returns',
      kpi_id: 'k',
    });
  });

  it('sends what cannot be read as it is, so that the server names the field', () => {
    expect(keyResultOf({ ...blankKeyResult, title: 'x', baseline: 'many' })).toEqual({
      title: 'x',
      kind: 'number',
      baseline: 'many',
    });
  });

  it('says which way is better where no baseline does, and leaves absence absent', () => {
    const fall = { ...blankKeyResult, title: 'Reduce churn to 2 %', way: 'fall' as const, target: '2' };
    expect(keyResultOf(fall)).toEqual({ title: fall.title, kind: 'number', direction: 'fall', target: 2 });
    expect(keyResultOf({ ...fall, baseline: '4' })).not.toHaveProperty('direction');
    expect(keyResultOf({ ...fall, baseline: '0' })).toMatchObject({ baseline: 0 });
  });

  it('knows yes or no, and a milestone on each line', () => {
    expect(keyResultOf({ ...blankKeyResult, title: 'x', kind: 'yes_no', target: '3', unit: 'h' })).toEqual({
      title: 'x',
      kind: 'yes_no',
    });
    expect(
      keyResultOf({ ...blankKeyResult, title: 'x', kind: 'milestones', milestones: 'Pilot\n\nLaunch\n' }),
    ).toEqual({
      title: 'x',
      kind: 'milestones',
      milestones: [{ title: 'Pilot' }, { title: 'Launch' }],
    });
  });

  it('belongs to a team or to a person, never both, and forgets empty key results', () => {
    const written = { ...blankObjective('k', 'team:t1', ''), title: 'win back trust' };
    expect(objectiveOf(written, 'c1', true)).toEqual({
      cycle_id: 'c1',
      team_id: 't1',
      title: 'win back trust',
      ambition: 'aspirational',
      key_results: [],
      publish: true,
    });
    expect(objectiveOf({ ...written, owner: 'person:p1' }, 'c1', false)).toMatchObject({
      person_id: 'p1',
      publish: false,
    });
  });
});
