import { vi } from 'vitest';
import { ana, board, concerns, me, news, objective, people, quality, quarter, teams, week } from './world';

export type Asked = { method: string; path: string; body: unknown; headers: Headers };
type Answer = { status?: number; body?: unknown; etag?: string };
type Answers = Record<string, Answer | ((asked: Asked) => Answer)>;

const world: Answers = {
  'GET /me': { body: me },
  'POST /session': { status: 201, body: me },
  'GET /cycles': { body: { items: [quarter] } },
  'GET /my-week': { body: week },
  'GET /news': { body: news },
  'PUT /my-visit': { body: { since: news.since, seen_at: news.since } },
  'GET /teams': { body: teams },
  'GET /objective-owners': { body: { teams: [quality], people: [ana] } },
  'GET /people': { body: { items: people, next: null } },
  [`GET /teams/${board.team.id}/board`]: { body: board },
  [`GET /teams/${board.team.id}/concerns`]: { body: concerns },
  [`GET /objectives/${objective.id}`]: { body: objective, etag: '"4-a"' },
  'POST /objective-advice': { body: { sentence: 'We will …', objective: [], key_results: [] } },
};

/** A server that knows the world and what `answers` says otherwise; gives back what it was asked. */
export function serve(answers: Answers = {}) {
  const all: Answers = { ...world, ...answers };
  const asked: Asked[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    const path = new URL(request.url).pathname.replace('/api/v1', '');
    const text = await request.text();
    const one = {
      method: request.method,
      path,
      body: text ? JSON.parse(text) : undefined,
      headers: request.headers,
    };
    asked.push(one);
    const found = all[`${request.method} ${path}`];
    const {
      status = 200,
      body,
      etag,
    } = (typeof found === 'function' ? found(one) : found) ?? problem(404, 'not_found');
    return new Response(JSON.stringify(body ?? null), {
      status,
      headers: { 'content-type': 'application/json', ...(etag && { etag }) },
    });
  });
  return asked;
}

export const problem = (
  status: number,
  code: string,
  detail = 'No.',
  fields: { path: string; detail: string }[] = [],
): Answer => ({
  status,
  body: { type: 'about:blank', title: 'Refused', status, code, detail, fields },
});
