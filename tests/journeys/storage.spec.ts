import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, openSync, readFileSync, readdirSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { administrator, Installation, waymark } from './installation';

/** Where the data lies, and what happens when it cannot be reached. */
afterAll(() => Installation.removeAll());

/** How the program ends, and what it says. */
function ended(...command: string[]) {
  try {
    return {
      code: 0,
      said: execFileSync(waymark, command, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }),
    };
  } catch (error) {
    const { status, stderr } = error as { status: number; stderr: string };
    return { code: status, said: stderr };
  }
}

const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);

describe('storage', () => {
  // [CORE-13]
  it('is written by one program, and read beside it', async () => {
    const one = new Installation();
    await one.start();
    const token = [
      'token',
      'new',
      '--data',
      one.data,
      '--email',
      administrator,
      '--name',
      'x',
      '--scopes',
      'read',
    ];
    for (const command of [['serve', '--data', one.data, '--listen', '127.0.0.1:0'], token]) {
      const { code, said } = ended(...command);
      expect([code, said]).toEqual([4, expect.stringContaining('is using the data in')]);
    }
    expect(ended('check', '--data', one.data).code).toBe(0);
    expect(ended('export', 'okrs', '--data', one.data).code).toBe(0);
    await one.stop('SIGKILL');
    expect(ended(...token).code).toBe(0);
  });

  // [CORE-14]
  it('is for its own user, and what was open is closed', async () => {
    const one = new Installation();
    chmodSync(one.data, 0o755);
    chmodSync(join(one.data, 'waymark.db'), 0o644);
    await one.start();
    const copy = join(one.folder, 'copy.db');
    expect(ended('backup', copy, '--data', one.data).code).toBe(0);
    const files = readdirSync(one.data).map((name) => join(one.data, name));
    expect([one.data, copy, ...files].map(mode)).toEqual(['700', '600', ...files.map(() => '600')]);
  });

  // [CORE-15]
  it('takes a backup back as it was written, and no other', async () => {
    const one = new Installation();
    await one.start();
    const copy = join(one.folder, 'copy.db');
    expect(ended('backup', copy, '--data', one.data).code).toBe(0);
    const good = readFileSync(copy);
    const restored = (to: string) => ended('restore', copy, '--data', join(one.folder, to));
    expect(restored('good').code).toBe(0);
    for (const at of [30, 5000, Math.floor(good.length / 2), good.length - 40]) {
      const changed = Buffer.from(good);
      changed[at]! ^= 1;
      writeFileSync(copy, changed);
      expect([at, restored('bad').code]).toEqual([at, 3]);
    }
    writeFileSync(copy, good);
    const spy = 'CREATE TRIGGER spy AFTER INSERT ON okr_comment BEGIN DELETE FROM core_event; END';
    const script =
      'import sqlite3, sys\nat = sqlite3.connect(sys.argv[1])\nat.execute(sys.argv[2])\nat.commit()';
    const plain = join(one.folder, 'good', 'waymark.db');
    execFileSync('python3', ['-c', script, plain, spy]);
    const refused = ended('restore', plain, '--data', join(one.folder, 'spied'));
    expect([refused.code, refused.said]).toEqual([3, expect.stringContaining('trigger spy')]);
  });

  // [CORE-25] [CORE-26]
  it('is sealed in backups to a key that lies elsewhere', async () => {
    const one = new Installation();
    await one.start();
    const at = (name: string) => join(one.folder, name);
    expect(ended('--version').said).toMatch(/with SQLite \d+\.\d+\.\d+ \(\d{4}-/);
    const key = ended('backup-key', 'new', at('key')).said.trim();
    expect([key, mode(at('key'))]).toEqual([expect.stringMatching(/^wmseal_[0-9a-f]{72}$/), '600']);
    expect(ended('backup-key', 'set', key, '--data', one.data).code).toBe(0);
    expect(ended('backup', at('copy'), '--data', one.data).said).toContain(`sealed to ${key}`);
    const sealed = readFileSync(at('copy'));
    expect([mode(at('copy')), sealed.includes(administrator)]).toEqual(['600', false]);
    const restored = (to: string, ...more: string[]) =>
      ended('restore', at('copy'), '--data', at(to), ...more);
    expect(restored('none').code).toBe(1);
    ended('backup-key', 'new', at('other'));
    expect(restored('other-key', '--key', at('other')).code).toBe(3);
    expect(restored('good', '--key', at('key')).code).toBe(0);
    expect(readFileSync(join(at('good'), 'waymark.db')).includes(administrator)).toBe(true);
    for (const bit of [5, 40, 90, 140, 5000, sealed.length - 1]) {
      const changed = Buffer.from(sealed);
      changed[bit]! ^= 1;
      writeFileSync(at('copy'), changed);
      expect([bit, restored('bad', '--key', at('key')).code]).toEqual([bit, 3]);
    }
    writeFileSync(at('copy'), sealed.subarray(0, sealed.length - 100));
    expect(restored('bad', '--key', at('key')).code).toBe(3);
  });

  // [CORE-11]
  it('says what of it is damaged, and serves the rest', async () => {
    const one = new Installation();
    const root = one.sql("SELECT rootpage FROM sqlite_schema WHERE name = 'kpi_kpi'").match(/\d+/)![0];
    const file = openSync(join(one.data, 'waymark.db'), 'r+');
    writeSync(file, Buffer.alloc(64, 0xee), 0, 64, (Number(root) - 1) * 4096);
    await one.start();
    const cookie = await one.enter();
    // A start looks through the tables itself.
    await expect
      .poll(async () => (await fetch(`${one.address}/healthz`)).status, { timeout: 5000 })
      .toBe(503);
    for (let time = 0; time < 12; ++time) {
      const refused = await one.ask('GET', '/kpis', cookie);
      expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '60']);
      expect((await one.ask('GET', '/teams', cookie)).status).toBe(200);
    }
    expect(await (await fetch(`${one.address}/healthz`)).text()).toContain('waymark check');
    expect(one.log.match(/malformed/g)!.length).toBeLessThan(4);
    expect(ended('check', '--data', one.data).code).toBe(3);
  });

  // Another program holds the file, so that nobody here can write. [CORE-12]
  it('is not waited for without a limit', async () => {
    const one = new Installation();
    await one.start();
    const cookie = await one.enter();
    const script =
      'import sqlite3, sys\nat = sqlite3.connect(sys.argv[1], isolation_level=None)\nat.execute("BEGIN IMMEDIATE")\nprint("held", flush=True)\nsys.stdin.read()';
    const other = spawn('python3', ['-c', script, join(one.data, 'waymark.db')], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => other.stdout.once('data', resolve));
    const begun = Date.now();
    const write = () => one.ask('POST', '/teams', cookie, { name: 'Berth', kind: 'team' });
    const refused = await write();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
    expect(Date.now() - begun).toBeLessThan(15_000);
    expect((await one.ask('GET', '/teams', cookie)).status).toBe(200);
    expect((await fetch(`${one.address}/healthz`)).status).toBe(200);
    other.stdin.end();
    await new Promise((resolve) => other.once('exit', resolve));
    expect((await write()).status).toBe(201);
  }, 40_000);
});
