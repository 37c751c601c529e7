import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { components } from '../../web/src/api/schema';
import { administrator, Installation, secret, waymark } from './installation';

type Shapes = components['schemas'];

/** What lies below the pages: bytes, cookies, crashes, damage. */
let pier: Installation;
let root: string;

beforeAll(async () => {
  pier = new Installation();
  await pier.start();
  root = await pier.enter();
});
afterAll(() => Installation.removeAll());

const everyStatus = async (answers: Promise<Response>[]) =>
  (await Promise.all(answers)).map(({ status, headers }) => ({ status, wait: headers.get('retry-after') }));

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** All that comes back for these bytes until the other end closes. */
const exchange = (bytes: string) =>
  new Promise<string>((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(new URL(pier.address).port), '127.0.0.1', () => socket.write(bytes));
    socket.setTimeout(5000, () => socket.destroy());
    socket.on('data', (text) => (answer += text.toString()));
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });

describe('the program', () => {
  // A second request hides behind the first. [CORE-5]
  it.each([
    ['two lengths', 'POST', 'Content-Length: 2\r\nContent-Length: 40\r\n', '{}'],
    ['a length beside chunks', 'POST', 'Content-Length: 5\r\nTransfer-Encoding: chunked\r\n', '0\r\n\r\n'],
    ['chunks and something', 'POST', 'Transfer-Encoding: chunked, identity\r\n', '0\r\n\r\n'],
    ['a space before the colon', 'POST', 'Transfer-Encoding : chunked\r\n', '0\r\n\r\n'],
    ['a folded line', 'GET', 'X-A: b\r\n c\r\n', ''],
    ['two hosts', 'GET', 'Host: localhost\r\n', ''],
  ])('refuses bytes that two could read in two ways: %s', async (_, method, headers, body) => {
    const hidden = 'GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n';
    const answer = await exchange(
      `${method} /api/v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n${headers}\r\n${body}${hidden}`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer.split('HTTP/1.1 ')).toHaveLength(2);
  });

  // [IDN-8]
  it('gives a cookie of its own to a page that came by https', async () => {
    const proxied = new Installation();
    await proxied.start('--behind-proxy');
    const signIn = (headers: Record<string, string>) =>
      proxied.ask('POST', '/session', '', { email: administrator, password: secret }, headers);
    const safe = await signIn({ 'X-Forwarded-Proto': 'https' });
    expect(safe.headers.get('set-cookie')).toMatch(
      /^__Host-waymark=[0-9a-z]{52}; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=2592000, /,
    );
    // Whatever else the proxy says, no cookie goes over a line that anybody reads.
    const unsaid = await signIn({ 'X-Forwarded-Proto': 'http' });
    expect(unsaid.headers.get('set-cookie')).toMatch(/^__Host-waymark=[0-9a-z]{52}; Path=\/; Secure; /);
    const plain = await pier.ask('POST', '/session', '', { email: administrator, password: secret });
    expect(plain.headers.get('set-cookie')).toMatch(
      /^waymark=[0-9a-z]{52}; Path=\/; HttpOnly; SameSite=Lax;/,
    );
  });

  // 52 letters of 5 bits hold 256 random ones. [IDN-7]
  it('keeps no secret of a session, only its hash', async () => {
    const kept = root.split('=')[1]!;
    expect(kept).toHaveLength(52);
    const files = ['waymark.db', 'waymark.db-wal'].map((name) => join(pier.data, name)).filter(existsSync);
    const bytes = Buffer.concat(files.map((file) => readFileSync(file)));
    const hash = execFileSync(
      'python3',
      [
        '-c',
        'import hashlib, sys; print(hashlib.blake2b(sys.argv[1].encode(), digest_size=32).hexdigest())',
        kept,
      ],
      { encoding: 'utf8' },
    ).trim();
    expect(bytes.includes(hash)).toBe(true);
    expect(bytes.includes(kept)).toBe(false);
  });

  // [IDN-5]
  it('counts a try before it is made, so that many at once are no way around', async () => {
    const wrong = { email: 'nobody@pier.example', password: 'not the password' };
    const answers = await everyStatus(
      Array.from({ length: 16 }, () => pier.ask('POST', '/session', '', wrong)),
    );
    const tried = answers.filter(({ status }) => status === 401);
    expect(tried.length).toBeGreaterThan(0);
    expect(tried.length).toBeLessThanOrEqual(3);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(16 - tried.length);
  });

  // Of strangers one is hashed at a time and eight wait: of sixty at once some are told to come back, and none is left without answer. [IDN-6]
  it('hashes one password of a stranger at a time, and tells those who would wait for long', async () => {
    const answers = await everyStatus(
      Array.from({ length: 60 }, (_, number) =>
        pier.ask('POST', '/session', '', { email: `n${number}@pier.example`, password: 'not the password' }),
      ),
    );
    const busy = answers.filter(({ status }) => status === 503);
    expect(busy.length).toBeGreaterThan(0);
    expect(busy.every(({ wait }) => wait !== null)).toBe(true);
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(60 - busy.length);
    expect(answers.length - busy.length).toBeGreaterThanOrEqual(9); // the one, and the eight that wait
  });

  // [IDN-21]
  it('ends the open streams of a person with a session, and those that may come back do', async () => {
    const ending = await pier.enter();
    const staying = await pier.enter();
    const streams = await Promise.all([ending, staying].map((cookie) => pier.ask('GET', '/events', cookie)));
    const ends = streams.map(async ({ body }) => {
      const reader = body!.getReader();
      while (!(await reader.read()).done);
      return 'ended';
    });
    expect(await Promise.race([ends[0], ends[1], pause(300)])).toBe(undefined);
    expect((await pier.ask('DELETE', '/session', ending)).status).toBe(204);
    expect(await Promise.race([Promise.all(ends), pause(5000)])).toEqual(['ended', 'ended']);

    const refused = await pier.ask('GET', '/events', ending);
    expect(refused.status).toBe(401);
    const again = await pier.ask('GET', '/events', staying);
    expect(again.status).toBe(200);
    await again.body!.cancel();
  });

  // [GUI-1] [GUI-4]
  it.each(['en', 'de'])('holds examples that are whole and keep our own rules: %s', async (language) => {
    const { items } = await pier.read<Shapes['PageOfTemplate']>(
      `/templates?language=${language}&limit=100`,
      root,
    );
    expect(items.length).toBeGreaterThanOrEqual(18);
    for (const { id, title, why, key_results } of items) {
      expect([id, title, why]).not.toContain('');
      expect(key_results.length, id).toBeGreaterThanOrEqual(2);
      expect(key_results.length, id).toBeLessThanOrEqual(4);
      for (const { target, change_percent } of key_results)
        expect(target ?? change_percent, id).not.toBeNull();
      const answer = await pier.ask('POST', `/objective-advice?language=${language}`, root, {
        title,
        key_results: key_results.map((one) => ({ title: one.title })),
      });
      const said = await answer.text();
      expect(answer.status, said).toBe(200);
      expect(said, id).not.toContain('"number_in_objective"');
      expect(said, id).not.toContain('"task_not_outcome"');
    }
  });

  // What is answered is durable: the server dies among the writes, and each acknowledged one is there, whole. [CORE-3]
  it('loses nothing that it has acknowledged when it is killed', async () => {
    const kept: string[] = [];
    const write = async (number: number) => {
      const person = { name: `Sailor ${number}`, email: `sailor${number}@pier.example` };
      const answer = await pier.ask('POST', '/people', root, person).catch(() => undefined);
      if (answer?.status === 201) kept.push(((await answer.json()) as Shapes['Person']).id);
      if (kept.length === 20) await pier.stop('SIGKILL');
    };
    const taken = { name: 'Somebody else', email: administrator };
    expect((await pier.ask('POST', '/people', root, taken)).status).toBe(409);
    await Promise.all(Array.from({ length: 60 }, (_, number) => write(number)));
    expect(kept.length).toBeGreaterThanOrEqual(20);

    await pier.start();
    for (const id of kept) expect((await pier.ask('GET', `/people/${id}`, root)).status).toBe(200);
    const { items } = await pier.read<Shapes['PageOfPersonLine']>('/people?text=somebody', root);
    expect(items).toEqual([]);
  });

  // A table is gone: what reads it fails with a reference that the log explains, and everything else goes on. [CORE-9]
  it('answers a defect with a reference and nothing else', async () => {
    await pier.stop();
    pier.sql('ALTER TABLE people_holiday RENAME TO damaged');
    await pier.start();
    const broken = await pier.ask('GET', '/holidays', root);
    const said = await broken.text();
    expect(broken.status).toBe(500);
    const reference = /Something went wrong \(ref ([0-9a-z]+)\)\./.exec(said)?.[1];
    expect(reference).toBeDefined();
    expect(said).not.toMatch(/people_holiday|table|sql/i);
    expect(pier.log).toMatch(
      new RegExp(`GET /api/v1/holidays failed \\(ref ${reference}\\): .*people_holiday`),
    );
    expect((await pier.ask('GET', '/me', root)).status).toBe(200);
    await pier.stop();
    pier.sql('ALTER TABLE damaged RENAME TO people_holiday');
    await pier.start();
    expect((await pier.ask('GET', '/holidays', root)).status).toBe(200);
  });

  // A day that is none: nothing is made up in its place. [CORE-10]
  it('makes up nothing where a column cannot be read', async () => {
    const made = await pier.ask('POST', '/holidays', root, { day: '2099-05-01', name: 'May Day' });
    expect(made.status).toBe(201);
    await pier.stop();
    pier.sql("UPDATE people_holiday SET day = 'soon'");
    await pier.start();
    expect((await pier.ask('GET', '/holidays', root)).status).toBe(500);
    expect((await pier.ask('GET', '/me', root)).status).toBe(200);
    await pier.stop();
    pier.sql("UPDATE people_holiday SET day = '2099-05-01'");
    await pier.start();
    const { items } = await pier.read<{ items: { day: string }[] }>('/holidays', root);
    expect(items.map(({ day }) => day)).toEqual(['2099-05-01']);
  });

  // [NOT-32]
  it('says which of its jobs failed, and why', async () => {
    const job = (id: number, kind: string) =>
      `INSERT INTO core_job (id, kind, body, due_at, attempts, held_until, last_error) VALUES (${id}, '${kind}', '{', 0, 0, 0, '')`;
    await pier.stop();
    pier.sql(job(1, 'of.tomorrow'), job(2, 'notify.everybody'));
    await pier.start();
    const faults = async (kind: string) =>
      (await pier.read<Shapes['PageOfJobRun']>(`/job-runs?job=${kind}`, root)).items.map(
        ({ fault }) => fault,
      );
    await expect.poll(() => faults('of.tomorrow'), { timeout: 10_000 }).toContain('not_known');
    await expect.poll(() => faults('notify.everybody'), { timeout: 10_000 }).toContain('defect');
    const { items } = await pier.read<Shapes['PageOfJobRun']>('/job-runs?job=notify.everybody', root);
    expect(pier.log).toContain(`ref ${items[0]!.reference}`);
    const schedule = await pier.read<Shapes['Schedule']>('/schedule', root);
    expect(schedule.jobs.find((one) => one.job === 'notify.remind')?.last?.fault).toBe(null);
    await pier.stop();
    pier.sql('DELETE FROM core_job WHERE id IN (1, 2)');
    await pier.start();
  });

  // What was there before there was a search is written once. [SEA-7]
  it('finds what was there before there was a search', async () => {
    const hits = async () =>
      (await pier.read<Shapes['SearchAnswer']>('/search?text=joerg', root)).items.map(({ title }) => title);
    await pier.ask('POST', '/people', root, { name: 'Jörg Sand', email: 'joerg@pier.example' });
    expect(await hits()).toEqual(['Jörg Sand']);
    const forget = 'DELETE FROM search_word';
    const due = "UPDATE core_job SET due_at = 0, held_until = 0 WHERE kind = 'search.fill'";
    await pier.stop();
    pier.sql(forget, 'DELETE FROM search_filled', due);
    await pier.start();
    await expect.poll(hits, { timeout: 10_000 }).toEqual(['Jörg Sand']);

    await pier.stop();
    pier.sql(forget, due);
    await pier.start();
    const isDone = () => pier.sql("SELECT due_at > 0 FROM core_job WHERE kind = 'search.fill'").trim();
    await expect.poll(isDone, { timeout: 10_000 }).toBe('[(1,)]');
    expect(await hits()).toEqual([]);
  });

  // [CORE-6]
  it('leaves a database of a newer release alone', async () => {
    const newer = new Installation();
    newer.sql("INSERT INTO core_migration (name, applied_at) VALUES ('9999_of_tomorrow.sql', 1)");
    const file = join(newer.data, 'waymark.db');
    const before = readFileSync(file);
    let refusal = { status: 0, stderr: '' };
    try {
      execFileSync(waymark, ['serve', '--data', newer.data, '--listen', '127.0.0.1:0'], {
        encoding: 'utf8',
        stdio: ['ignore', 'ignore', 'pipe'],
        timeout: 10_000,
      });
    } catch (error) {
      refusal = error as typeof refusal;
    }
    expect(refusal.status).toBeGreaterThan(0);
    expect(refusal.stderr).toMatch(/newer/);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  // The quarter of the calendar while a month of it is left, then the coming one. [OKR-79]
  it.each([
    ['2026-02-27 10:00:00', 'Q1 2026', '2026-01-01', '2026-03-31'],
    ['2026-03-02 10:00:00', 'Q2 2026', '2026-04-01', '2026-06-30'],
    ['2026-12-15 10:00:00', 'Q1 2027', '2027-01-01', '2027-03-31'],
  ])('proposes the first cycle on %s: %s', async (moment, name, starts_on, ends_on) => {
    const young = new Installation(moment);
    await young.start();
    const cookie = await young.enter();
    const { items, next } = await young.read<Shapes['CycleList']>('/cycles', cookie);
    expect(items).toEqual([]);
    expect(next).toMatchObject({ name, starts_on, ends_on });
  });

  // Of the demo world, into an empty organisation and out again: the same bytes; again into itself: nothing new. [CONNECT-20]
  it('gives an export that makes the same export elsewhere', async () => {
    const world = new Installation();
    const made = join(world.folder, 'demo');
    execFileSync(waymark, ['demo', '--data', made], { stdio: 'ignore' });
    const exported = execFileSync(waymark, ['export', 'okrs', '--data', made], { encoding: 'utf8' });
    expect(exported.split('\n').length).toBeGreaterThan(80);

    await world.start();
    const cookie = await world.enter();
    const owners = [...new Set(exported.match(/[a-z]+@halden\.example/g))];
    const departments = [
      'Engineering',
      'Finance',
      'HR',
      'IT',
      'Manufacturing',
      'Quality',
      'Sales',
      'Support',
    ];
    const people = owners.map(
      (mail, at) => `${mail.split('@')[0]},${mail},${departments[at % departments.length]}`,
    );
    const text = ['name,email,department', ...people].join('\n');
    const came = await world.ask('POST', '/imports/people', cookie, { text, mapping: [] });
    expect(await came.json()).toMatchObject({ kept: true });
    const put = async () => {
      const answer = await world.ask('POST', '/imports/okrs', cookie, { text: exported, mapping: [] });
      return (await answer.json()) as Shapes['ImportAnswer'];
    };
    expect(await put()).toMatchObject({ kept: true, rejected: [] });
    expect(world.run(['export', 'okrs']) === exported).toBe(true);
    const { made: anew } = await put();
    const number = Object.fromEntries(anew.map((one) => [one.what, one.number]));
    expect(number).toMatchObject({
      cycles: 0,
      objectives: 0,
      key_results: 0,
      links: 0,
      check_ins: 0,
      closed: 0,
    });
    expect(number.known_objectives).toBeGreaterThan(30);
  });
});
