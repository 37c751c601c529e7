import { afterEach, describe, expect, it, vi } from 'vitest';
import { early } from './early';

const asked = (path: string, method = 'GET') => new Request(new URL(path, 'http://127.0.0.1'), { method });
const answer = (status: number) => Promise.resolve(new Response('{}', { status }));

afterEach(() => {
  vi.restoreAllMocks();
  delete window.firstAnswers;
});

describe('an answer that was asked for early', () => {
  it('is taken once, by the question that it belongs to', async () => {
    window.firstAnswers = { '/api/v1/cycles': answer(200) };
    expect(await early(asked('/api/v1/cycles?after=x'))).toBeUndefined();
    expect(await early(asked('/api/v1/cycles', 'POST'))).toBeUndefined();
    expect((await early(asked('/api/v1/cycles')))?.status).toBe(200);
    expect(await early(asked('/api/v1/cycles'))).toBeUndefined();
  });

  it('from before signing in takes the others with it', async () => {
    window.firstAnswers = { '/api/v1/me': answer(401), '/api/v1/my-week': answer(401) };
    expect((await early(asked('/api/v1/me')))?.status).toBe(401);
    expect(await early(asked('/api/v1/my-week'))).toBeUndefined();
  });

  it('that did not come, or is old, is asked for again', async () => {
    window.firstAnswers = { '/api/v1/me': Promise.reject(new TypeError()), '/api/v1/cycles': answer(200) };
    expect(await early(asked('/api/v1/me'))).toBeUndefined();
    vi.spyOn(performance, 'now').mockReturnValue(10_001);
    expect(await early(asked('/api/v1/cycles'))).toBeUndefined();
  });
});
