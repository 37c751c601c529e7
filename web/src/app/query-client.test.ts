import { expect, test } from 'vitest';
import { Refused, Unreachable } from '@/lib/client';
import { mayPass, pauseMs } from './query-client';

const refused = (status: number, waitSeconds?: number) =>
  new Refused({ title: 'No', status, code: 'no' }, waitSeconds);

test('what passes by itself is asked again, a refusal never', () => {
  expect(mayPass(new Unreachable('cut'))).toBe(true);
  expect(mayPass(refused(503))).toBe(true);
  expect(mayPass(refused(429))).toBe(true);
  expect(mayPass(refused(404))).toBe(false);
  expect(mayPass(new Error('broken'))).toBe(false);
});

test('the pause is what the server said, and never long', () => {
  expect(pauseMs(0, refused(429, 1))).toBe(1000);
  expect(pauseMs(0, refused(429, 60))).toBe(4000);
  expect(pauseMs(0, refused(503))).toBe(500);
  expect(pauseMs(9, new Unreachable('cut'))).toBe(4000);
});
