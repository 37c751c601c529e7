import { describe, expect, it } from 'vitest';
import { moveFor, rowsOf, type PersonLine } from './org-tree';

const person = (id: string, reports: number): PersonLine => ({
  id,
  name: id,
  title: '',
  manager_id: null,
  active: true,
  reports,
});
const reports: Record<string, PersonLine[]> = {
  iris: [person('ana', 2), person('dora', 1)],
  ana: [person('ben', 0), person('cam', 0)],
};
const rows = (...open: string[]) =>
  rowsOf(
    [person('iris', 2)],
    (id) => open.includes(id),
    (id) => reports[id],
  );
const names = (...open: string[]) => rows(...open).map((row) => row.person.id);

describe('the org tree', () => {
  it('shows the reports of those who are open', () => {
    expect(names()).toEqual(['iris']);
    expect(names('iris')).toEqual(['iris', 'ana', 'dora']);
    expect(names('iris', 'ana')).toEqual(['iris', 'ana', 'ben', 'cam', 'dora']);
    expect(names('ana')).toEqual(['iris']);
  });

  it('says where each row stands', () => {
    expect(rows('iris')[2]).toMatchObject({ level: 2, place: 2, among: 2, open: false });
  });

  it('is walked with the arrow keys', () => {
    const all = rows('iris', 'ana');
    expect(moveFor('ArrowDown', all, 0)).toEqual({ focus: 1 });
    expect(moveFor('ArrowDown', all, 4)).toEqual({ focus: 4 });
    expect(moveFor('End', all, 0)).toEqual({ focus: 4 });
    expect(moveFor('ArrowRight', all, 1)).toEqual({ focus: 2 });
    expect(moveFor('ArrowRight', all, 4)).toEqual({ toggle: true });
    expect(moveFor('ArrowRight', all, 2)).toEqual({});
    expect(moveFor('ArrowLeft', all, 1)).toEqual({ toggle: true });
    expect(moveFor('ArrowLeft', all, 3)).toEqual({ focus: 1 });
    expect(moveFor('x', all, 0)).toBeUndefined();
  });
});
