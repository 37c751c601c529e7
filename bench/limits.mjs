// The limits beside which the product is shown: what nginx, SQLite and PostgreSQL do alone on this machine, for the same rows.
import fs from 'node:fs';
import path from 'node:path';
import { bench_dir, free_port, repo_dir, run, start, stop, until, work_dir } from './process.mjs';
import { pgbench } from './postgres.mjs';
import { binary } from './product.mjs';
import { http_rate, repeated, settings, warm } from './traffic.mjs';

const script = (name) => path.join(bench_dir, 'limits', name);
const version_of = (command, args, pattern) => pattern.exec(run(command, args))[1];

export function build_sqlite_limit() {
  const limit = path.join(work_dir, 'sqlite_limit');
  run('cc', ['-O2', '-Wall', '-Wextra', '-Werror', script('sqlite_limit.c'), '-o', limit, '-I', path.join(repo_dir, 'build', 'sqlite'),
    path.join(repo_dir, 'build', 'release', 'libwaymark_sqlite.a'), '-lm']);
  return limit;
}

// nginx answers every request with one file that holds exactly the bytes the product answered.
export async function nginx_rate(answer, connections) {
  const dir = path.join(work_dir, 'nginx');
  fs.mkdirSync(path.join(dir, 'root'), { recursive: true });
  fs.writeFileSync(path.join(dir, 'root', 'answer.json'), answer);
  fs.chmodSync(dir, 0o755);
  const port = await free_port();
  fs.writeFileSync(path.join(dir, 'nginx.conf'), `
    daemon off; pid ${dir}/pid; worker_processes 1; error_log ${dir}/error.log;
    ${process.getuid() === 0 ? 'user www-data;' : ''}
    events { worker_connections 256; }
    http {
      access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000; open_file_cache max=16;
      types { application/json json; }
      ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${dir}/${kind};`).join(' ')}
      server { listen 127.0.0.1:${port}; root ${dir}/root; }
    }`);
  const server = start('nginx', ['-p', dir, '-c', path.join(dir, 'nginx.conf')], { log: 'nginx.log' });
  try {
    const base = `http://127.0.0.1:${port}`;
    await until(async () => (await fetch(`${base}/answer.json`)).ok, 'nginx');
    return await http_rate({ base, path: '/answer.json', connections });
  } finally {
    await stop(server);
  }
}

// As the product opens its readers and its writer.
export const reader_settings = ['PRAGMA cache_size=-8192', 'PRAGMA query_only=ON', 'PRAGMA foreign_keys=ON'];
export const writer_settings = ['PRAGMA foreign_keys=ON', 'PRAGMA synchronous=FULL'];

function sqlite_limit(binary, mode, database, sql, rows, pragmas) {
  const once = (seconds) => JSON.parse(run(binary, [mode, database, script(sql), String(rows), String(seconds), ...pragmas]));
  const before = () => warm(database);
  before();
  once(Math.min(1, settings.warm_up_seconds));
  return repeated(() => once(settings.seconds), before);
}

export const sqlite_reads = (binary, database, sql, rows) => sqlite_limit(binary, 'read', database, sql, rows, reader_settings);

export const sqlite_commits = (binary, database, rows) =>
  sqlite_limit(binary, 'commit', database, 'commit.sql', rows, writer_settings);

export function pgbench_rate(url, { pgbench: sql, rows }, load, clients) {
  const once = (seconds) => pgbench({ url, script: script(sql), rows: rows(load), objectives: load.objectives, clients, seconds });
  once(Math.max(1, settings.warm_up_seconds));
  return repeated(() => once(settings.seconds));
}

export const versions = () => ({
  nginx: version_of('sh', ['-c', 'nginx -v 2>&1'], /nginx\/([\d.]+)/),
  sqlite: version_of(binary, ['--version'], /SQLite ([\d.]+)|$/),
});
