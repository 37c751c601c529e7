// Waymark as an installation: made by `init`, asked over HTTP with an API token.
import fs from 'node:fs';
import path from 'node:path';
import { free_port, repo_dir, run, start, stop, until, work_dir } from './process.mjs';

export const binary = process.env.WAYMARK ?? path.join(repo_dir, 'build', 'release', 'waymark');

// `place` is a folder (SQLite) or a postgresql:// address.
export const initialise = (place, program = binary) =>
  run(program, ['init', '--data', place, '--org', 'Bench', '--admin-email', 'admin@example.org', '--admin-password-stdin'],
    { input: 'correct horse battery staple\n' });

// An API token of person 1 of the workload.
export const new_token = (place, program = binary) =>
  run(program, ['token', 'new', '--data', place, '--email', 'person.1@example.org', '--name', 'bench', '--scopes', 'read', 'write']).trim();

export const version = (program = binary) => run(program, ['--version']).trim();

// The public key of a fresh pair.
export function new_backup_key() {
  const file = path.join(work_dir, 'backup.key');
  fs.rmSync(file, { force: true });
  return run(binary, ['backup-key', 'new', file]).trim();
}

// Requests a second that a caller may send: as many as they like, unless BENCH_RATE says otherwise. Nobody but root looks into a
// server that leaves no core dump. Older programs know neither option.
const rate = process.env.BENCH_RATE ?? '0';
function options_of(program) {
  const help = run(program, ['serve', '--help']);
  return [['--rate', rate], ['--allow-core-dumps']].filter(([name]) => help.includes(name)).flat();
}

export class Server {
  constructor(place, token, program = binary) {
    this.place = place;
    this.program = program;
    this.headers = { authorization: `Bearer ${token}`, accept: 'application/json' };
    this.token = token;
  }

  async start() {
    this.port ??= await free_port();
    this.base = `http://127.0.0.1:${this.port}`;
    this.child = start(this.program, ['serve', '--data', this.place, '--listen', `127.0.0.1:${this.port}`, '--web', path.join(repo_dir, 'web', 'dist'), ...options_of(this.program)], { log: 'waymark.log' });
  }

  // Milliseconds from starting the program to the first good answer.
  async start_until(target) {
    const begin = performance.now();
    await this.start();
    await until(async () => {
      const answer = await fetch(this.base + target, { headers: this.headers });
      await answer.arrayBuffer();
      return answer.ok;
    }, 'waymark');
    return performance.now() - begin;
  }

  stop = () => stop(this.child);

  async text(target) {
    const answer = await fetch(this.base + target, { headers: this.headers });
    const body = await answer.text();
    if (!answer.ok) throw new Error(`GET ${target}: ${answer.status} ${body.slice(0, 300)}`);
    return body;
  }

  json = async (target) => JSON.parse(await this.text(target));

  async post(target, body) {
    const headers = { ...this.headers, 'content-type': 'application/json' };
    const answer = await fetch(this.base + target, { method: 'POST', headers, body: JSON.stringify(body) });
    return { status: answer.status, body: await answer.json() };
  }
}
