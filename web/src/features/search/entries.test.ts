import { expect, it } from 'vitest';
import { fits, type Command } from './command';
import { atFirst, matching, pathOf } from './entries';
import type { Hit } from './queries';

const command = (title: string, group: Command['group'] = 'do'): Command => ({
  title,
  group,
  icon: 'check',
  run: () => {},
});
const hit = (kind: Hit['kind'], id: string, title: string): Hit => ({
  kind,
  id,
  title,
  about: '',
  objective_id: ['key_result', 'comment'].includes(kind) ? 'o1' : null,
  state: null,
  cycle: null,
  running: true,
});

it('finds commands by the beginnings of their words, without accents', () => {
  expect(fits('Ein Objective schreiben', 'schr obj')).toBe(true);
  expect(fits('Menü ausklappen', 'menu')).toBe(true);
  expect(fits('Check in', 'heck')).toBe(false);
});

it('begins with where one was, then where one can go', () => {
  const lines = atFirst([command('Home', 'go')], [{ path: '/teams/q', title: 'Quality' }]);
  expect(lines.map(({ title, group }) => `${group}: ${title}`)).toEqual(['Recent: Quality', 'Go to: Home']);
});

it('puts commands first and keeps the kinds together in the order of their best', () => {
  const found = [hit('team', 't1', 'Checks'), hit('objective', 'o1', 'Check'), hit('team', 't2', 'Checkers')];
  const lines = matching('check', [command('Check in'), command('Sign out')], found);
  expect(lines.map(({ title }) => title)).toEqual(['Check in', 'Checks', 'Checkers', 'Check']);
});

it('leads to the page where a thing is read', () => {
  expect(pathOf(hit('key_result', 'k1', 'x'))).toBe('/objectives/o1#k1');
  expect(pathOf(hit('comment', 'c1', 'x'))).toBe('/objectives/o1#c1');
  expect(pathOf(hit('learning', 'l1', 'x'))).toBe('/learnings?from=l1');
  expect(pathOf(hit('objective', 'o2', 'x'))).toBe('/objectives/o2');
  expect(pathOf(hit('team', 't1', 'x'))).toBe('/teams/t1');
});
