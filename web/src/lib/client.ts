import createClient, { type Middleware } from 'openapi-fetch';
import type { paths } from '@/api/schema';
import { early } from './early';
import { inReadersLanguage } from './refusals/refusals';

/** What the server says when it says no (RFC 9457). */
export type Problem = {
  type?: string;
  title: string;
  status: number;
  detail?: string;
  code: string;
  fields?: { path: string; detail: string }[];
};

export class Refused extends Error {
  constructor(
    readonly problem: Problem,
    /** When the server is ready to be asked again, if it said so. */
    readonly waitSeconds?: number,
  ) {
    super(problem.detail ?? problem.title);
  }
  /** The sentence for the field at `path`, if the server named it. */
  field(path: string) {
    return this.problem.fields?.find((field) => field.path === path)?.detail;
  }
}

/** The network did not carry the request: nothing was heard from the server. */
export class Unreachable extends Error {}

const signedOutListeners = new Set<() => void>();
export const onSignedOut = (listener: () => void) => {
  signedOutListeners.add(listener);
  return () => {
    signedOutListeners.delete(listener);
  };
};

const watchForSignOut: Middleware = {
  onResponse({ response, request }) {
    const signingIn = request.method === 'POST' && request.url.endsWith('/session');
    if (response.status === 401 && !signingIn) signedOutListeners.forEach((listener) => listener());
  },
};

const carry = async (request: Request) => {
  try {
    return (await early(request)) ?? (await fetch(request));
  } catch (failure) {
    throw new Unreachable(String(failure));
  }
};

export const api = createClient<paths>({
  baseUrl: globalThis.location?.origin,
  fetch: carry,
});
api.use(watchForSignOut);

type Answer<T> = { data?: T; error?: unknown; response: Response };

/** The body of a good answer; throws Refused or Unreachable for any other. */
export async function got<T>(answer: Promise<Answer<T>>): Promise<T> {
  return (await gotWithTag(answer)).data;
}

/** The body with its ETag, which a later change must show as If-Match. */
export async function gotWithTag<T>(answer: Promise<Answer<T>>): Promise<{ data: T; etag: string }> {
  const { data, error, response } = await answer;
  if (!response.ok)
    throw new Refused(
      asProblem(error, response.status),
      Number(response.headers.get('retry-after')) || undefined,
    );
  return { data: data as T, etag: response.headers.get('etag') ?? '' };
}

function asProblem(body: unknown, status: number): Problem {
  const said = typeof body === 'object' && body !== null ? (body as Partial<Problem>) : {};
  return {
    ...said,
    title: inReadersLanguage(said.title ?? ''),
    code: said.code ?? '',
    status,
    ...(said.detail && { detail: inReadersLanguage(said.detail) }),
    ...(said.fields && {
      fields: said.fields.map(({ path, detail }) => ({ path, detail: inReadersLanguage(detail) })),
    }),
  };
}

/** The start of one intended write; it is kept with the draft. */
export const intent = () => crypto.randomUUID();

/** The Idempotency-Key of this content: sent again it is the same write, changed in between it is another. */
export function keyFor(intended: string, content: unknown) {
  let hash = 0x811c9dc5;
  for (const unit of JSON.stringify(content)) hash = Math.imul(hash ^ unit.codePointAt(0)!, 0x01000193);
  return `${intended}-${(hash >>> 0).toString(36)}`;
}
