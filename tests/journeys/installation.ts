import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const shipped = join(root, 'build/release/waymark');
export const waymark = process.env.WAYMARK_BINARY ?? shipped;
export const secret = 'seven quiet harbours';
export const administrator = 'root@pier.example';

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

/** What a program is started with to live at another moment, as "2026-02-27 10:00:00". */
function livingAt(moment?: string): NodeJS.ProcessEnv {
  if (!moment) return process.env;
  const library = readdirSync('/usr/lib')
    .map((name) => join('/usr/lib', name, 'faketime/libfaketimeMT.so.1'))
    .find((file) => existsSync(file));
  if (!library) throw new Error('libfaketime is not there (tools/packages-test.txt)');
  const time = { FAKETIME: `@${moment}`, FAKETIME_DONT_FAKE_MONOTONIC: '1', TZ: 'UTC' };
  return { ...process.env, ...time, LD_PRELOAD: library };
}

/** An installation as `waymark init` leaves it, one administrator and nothing else, behind the program that ships. */
export class Installation {
  private static readonly all: Installation[] = [];

  /** Also those whose test failed before its end. */
  static async removeAll() {
    for (const one of Installation.all.splice(0)) await one.remove();
  }

  readonly folder = mkdtempSync(join(tmpdir(), 'waymark-'));
  readonly data = join(this.folder, 'data');
  address = '';
  log = '';
  private server?: ChildProcess;
  /** With a moment of its own it does not live on the day of all the others. */
  private get program() {
    return this.moment ? shipped : waymark;
  }

  constructor(private readonly moment?: string) {
    Installation.all.push(this);
    this.run(
      [
        'init',
        ...['--org', 'Pier'],
        ...['--admin-email', administrator, '--admin-name', 'Ruth Pier', '--admin-password-stdin'],
      ],
      `${secret}\n`,
    );
  }

  /** What the program says when it is run on this data. */
  run([command, ...options]: string[], input = ''): string {
    const place = command === 'import' || command === 'export' ? [command, options.shift()!] : [command!];
    return execFileSync(this.program, [...place, '--data', this.data, ...options], {
      input,
      encoding: 'utf8',
      env: livingAt(this.moment),
      maxBuffer: 1 << 26,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
  }

  async start(...options: string[]) {
    const listen = `127.0.0.1:${await freePort()}`;
    this.address = `http://${listen}`;
    this.server = spawn(
      this.program,
      ['serve', '--data', this.data, '--listen', listen, '--web', join(root, 'web/dist'), ...options],
      { env: livingAt(this.moment), stdio: ['ignore', 'ignore', 'pipe'] },
    );
    this.server.stderr!.on('data', (text: Buffer) => (this.log += text.toString()));
    while (!(await this.answers())) await new Promise((resolve) => setTimeout(resolve, 30));
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM') {
    const server = this.server;
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill(signal);
    await ended;
  }

  private async remove() {
    await this.stop();
    rmSync(this.folder, { recursive: true });
  }

  /** The cookie of whoever signs in with this address. */
  async enter(email = administrator, headers: Record<string, string> = {}): Promise<string> {
    const answer = await this.ask('POST', '/session', '', { email, password: secret }, headers);
    if (!answer.ok) throw new Error(`${email} cannot sign in: ${answer.status} ${await answer.text()}`);
    return answer.headers.get('set-cookie')!.split(';')[0]!;
  }

  ask(method: string, path: string, cookie: string, body?: object, headers: Record<string, string> = {}) {
    return fetch(`${this.address}/api/v1${path}`, {
      method,
      headers: {
        ...(cookie ? { Cookie: cookie } : {}),
        ...(body ? { 'Content-Type': 'application/json' } : {}),
        Origin: this.address,
        ...headers,
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  }

  async read<T>(path: string, cookie: string): Promise<T> {
    return (await this.ask('GET', path, cookie)).json() as Promise<T>;
  }

  /** Changes the data of a stopped installation, as only damage does; python brings a SQLite of its own. */
  sql(...statements: string[]): string {
    const script =
      'import sqlite3, sys\nat = sqlite3.connect(sys.argv[1])\nfor one in sys.argv[2:]:\n  print(at.execute(one).fetchall())\nat.commit()';
    return execFileSync('python3', ['-c', script, join(this.data, 'waymark.db'), ...statements], {
      encoding: 'utf8',
    });
  }

  private answers() {
    return fetch(`${this.address}/healthz`).then(
      () => true,
      () => false,
    );
  }
}
