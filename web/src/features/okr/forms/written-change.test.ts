import { expect, it } from 'vitest';
import { complaints, rollout } from '@/test/world';
import { changeOf, writtenOf } from './written-change';

it('changes nothing that was not touched', () => {
  const change = changeOf(writtenOf(complaints, []), writtenOf(complaints, []));
  expect(change).toEqual({
    title: complaints.title,
    indicator: complaints.indicator,
    unit: complaints.unit,
  });
});

it('sends a baseline that is another one, and its absence', () => {
  const written = writtenOf(complaints, []);
  expect(changeOf({ ...written, baseline: '50' }, written).baseline).toBe(50);
  expect(changeOf({ ...written, baseline: '' }, written).baseline).toBeNull();
});

it('keeps milestones that stay or are reworded in place, and makes the others anew', () => {
  const [first, ...others] = rollout.milestones;
  const written = writtenOf(rollout, rollout.milestones);
  const reworded = { ...written, milestones: ['Anew', ...others.map(({ title }) => title)].join('\n') };
  expect(changeOf(reworded, written).milestones?.[0]).toMatchObject({
    id: first!.id,
    title: 'Anew',
  });
  const more = { ...written, milestones: `${written.milestones}\nOne more` };
  expect(changeOf(more, written).milestones?.at(-1)).toEqual({ title: 'One more' });
});

it('takes a level away, and names a new owner, weight and KPI', () => {
  const before = writtenOf(complaints, []);
  const change = (part: Partial<typeof before>) => changeOf({ ...before, ...part }, before);
  expect(change({ commit: '' })).toMatchObject({ commit: null });
  expect(change({ stretch: '20', weight: '2' })).toMatchObject({ stretch: 20, weight: 2 });
  expect(change({ owner: { id: 'c', name: 'Cam' }, kpi_id: 'k', counter: 'Returns' })).toMatchObject({
    owner_id: 'c',
    kpi_id: 'k',
    counter: 'Returns',
  });
});
