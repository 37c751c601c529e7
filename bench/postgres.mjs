// A private PostgreSQL cluster on 127.0.0.1 with durable commits; made, started and stopped here.
import fs from 'node:fs';
import path from 'node:path';
import { free_port, run, start, stop, until, work_dir } from './process.mjs';

const bin = process.env.PG_BIN ?? '/usr/lib/postgresql/15/bin';

// PostgreSQL refuses to run as root.
const account = process.getuid() === 0
  ? { uid: Number(run('id', ['-u', 'postgres'])), gid: Number(run('id', ['-g', 'postgres'])) }
  : {};
const program = (name) => path.join(bin, name);

export async function start_postgres() {
  const data = path.join(work_dir, 'postgres');
  if (fs.existsSync(data)) fs.rmSync(data, { recursive: true });
  fs.mkdirSync(data, { mode: 0o700 });
  if ('uid' in account) fs.chownSync(data, account.uid, account.gid);
  run(program('initdb'), ['-D', data, '-U', 'waymark', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8'], { cwd: '/', ...account });
  const port = await free_port();
  const options = ['listen_addresses=127.0.0.1', `port=${port}`, 'unix_socket_directories=', 'fsync=on',
    'synchronous_commit=on', 'full_page_writes=on', 'max_connections=60'];
  const server = start(program('postgres'), ['-D', data, ...options.flatMap((option) => ['-c', option])],
    { log: 'postgres.log', cwd: '/', ...account });
  const url = (database) => `postgresql://waymark@127.0.0.1:${port}/${database}`;
  const sql = (database, text) => run('psql', ['-X', '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1', '-d', url(database)], { input: text }).trim();
  await until(() => sql('postgres', 'SELECT 1') === '1', 'PostgreSQL');
  return {
    url, sql,
    in_force: () => ({
      version: sql('postgres', 'SHOW server_version').split(' ')[0],
      fsync: sql('postgres', 'SHOW fsync'),
      synchronous_commit: sql('postgres', 'SHOW synchronous_commit'),
    }),
    create: (database) => {
      sql('postgres', `DROP DATABASE IF EXISTS ${database}`);
      sql('postgres', `CREATE DATABASE ${database}`);
    },
    drop: (database) => sql('postgres', `DROP DATABASE ${database}`),
    stop: async () => {
      await stop(server, { signal: 'SIGINT' });
      fs.rmSync(data, { recursive: true });
    },
  };
}

// Runs a script of SQL for random rows.
export function pgbench({ url, script, rows, objectives, clients, seconds }) {
  const prepared = path.join(work_dir, 'pgbench.sql');
  fs.writeFileSync(prepared, `\\set row random(1, ${rows})\n\\set objectives ${objectives}\n${fs.readFileSync(script, 'utf8')}`);
  const args = ['-n', '-M', 'prepared', '-c', String(clients), '-j', '1', '-T', String(seconds), '-f', prepared, url];
  const output = run(program('pgbench'), args);
  const failed = Number(/number of failed transactions: (\d+)/.exec(output)?.[1] ?? 0);
  if (failed) throw new Error(`pgbench: ${failed} failed transactions`);
  return { per_second: Number(/tps = ([\d.]+)/.exec(output)[1]) };
}
