// The benchmark: limits of this machine, then the product on the same data, then the ratios. See README.md.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { compare } from './against.mjs';
import { check_reads, check_write } from './answers.mjs';
import { measure_backups } from './backup.mjs';
import { write_ids } from './ids.mjs';
import { build_sqlite_limit, nginx_rate, pgbench_rate, sqlite_commits, sqlite_reads, versions } from './limits.mjs';
import { load_postgres, load_sqlite } from './load.mjs';
import { start_postgres } from './postgres.mjs';
import { resident_mib, work_dir } from './process.mjs';
import { Server, initialise, new_backup_key, new_token, version } from './product.mjs';
import { print_ratios, record } from './report.mjs';
import { requests } from './requests.mjs';
import { page_times } from './pages.mjs';
import { http_rate, quiet, settings, summary, warm } from './traffic.mjs';
import { workload } from './workload.mjs';

const { values: options } = parseArgs({
  options: {
    smoke: { type: 'boolean', default: false },
    scale: { type: 'string', default: '1,20' },
    database: { type: 'string', default: 'sqlite,postgresql' },
    only: { type: 'string', default: 'R1,R2,W1,pages,backup' },
    against: { type: 'string' },
    rounds: { type: 'string', default: '10' },
  },
});
if (options.smoke) {
  Object.assign(options, { scale: '1', database: 'sqlite' });
  Object.assign(settings, { runs: 1, seconds: 1, warm_up_seconds: 0, quiet_seconds: 0 });
}
const wanted = options.only.split(',').filter((name) => name in requests);
const pages_wanted = options.only.split(',').includes('pages');
const backup_wanted = options.only.split(',').includes('backup');
const database_file = (folder) => path.join(folder, 'waymark.db');

async function measure_start(server, target, at) {
  const times = [];
  for (let n = 0; n < settings.runs; n++) {
    await quiet();
    times.push(await server.start_until(target));
    if (n + 1 < settings.runs) await server.stop();
  }
  record({ ...at, who: 'waymark', what: 'start', unit: 'ms', runs: times, ...summary(times) });
}

async function measure_requests(server, load, at) {
  for (const what of wanted) {
    const request = requests[what];
    const rows = request.rows(load);
    const before = at.database === 'sqlite' ? () => warm(database_file(server.place)) : undefined;
    const traffic = { base: server.base, path: request.path, body: request.body, rows, ids: write_ids(rows), token: server.token, before };
    for (const connections of [16, 1]) {
      const rate = await http_rate({ ...traffic, connections });
      record({ ...at, who: 'waymark', what, connections, ...rate });
      if (rate.errors) throw new Error(`${what}: ${rate.errors} requests failed; see build/bench/waymark.log`);
    }
  }
}

async function measure_product(place, token, load, at) {
  const server = new Server(place, token);
  try {
    await measure_start(server, requests.R1.target(1), at);
    await check_reads(server, load);
    await check_write(server, load);
    if (at.database === 'sqlite' && at.scale === 1 && wanted.includes('R1')) await measure_nginx(await server.text(requests.R1.target(7)));
    await measure_requests(server, load, at);
    await check_write(server, load);
    const resident = resident_mib(server.child.pid);
    record({ ...at, who: 'waymark', what: 'resident', unit: 'MiB', runs: [resident], ...summary([resident]) });
    if (pages_wanted && at.database === 'sqlite' && at.scale === 1)
      for (const times of await page_times(server, settings.runs)) record({ ...at, ...times });
    if (backup_wanted && at.database === 'sqlite') await measure_backups(server, load, at, new_backup_key());
  } finally {
    await server.stop();
  }
}

async function measure_nginx(answer) {
  for (const connections of [16, 1]) {
    record({ who: 'nginx', what: 'R1', version: versions().nginx, connections, ...(await nginx_rate(answer, connections)) });
  }
}

async function bench_sqlite(load) {
  const at = { database: 'sqlite', scale: load.scale, version: version() };
  const folder = path.join(work_dir, `data-${load.scale}x`);
  const file = database_file(folder);
  fs.rmSync(folder, { recursive: true, force: true });
  initialise(folder);
  load_sqlite(file, load);
  const token = new_token(folder);

  const limit = build_sqlite_limit();
  const about = { who: 'raw sqlite', scale: load.scale, version: versions().sqlite };
  for (const what of wanted.filter((name) => name !== 'W1')) {
    record({ ...about, what, ...(await sqlite_reads(limit, file, requests[what].limit, requests[what].rows(load))) });
  }
  if (wanted.includes('W1')) {
    const copy = path.join(work_dir, 'commits.db');
    fs.copyFileSync(file, copy);
    record({ ...about, what: 'W1', ...(await sqlite_commits(limit, copy, load.key_results)) });
    for (const suffix of ['', '-wal', '-shm']) fs.rmSync(copy + suffix, { force: true });
  }
  await measure_product(folder, token, load, at);
}

async function bench_postgres(loads) {
  const postgres = await start_postgres();
  try {
    for (const load of loads) {
      const at = { database: 'postgresql', scale: load.scale, version: version(), ...prefixed(postgres.in_force()) };
      const database = `waymark_${load.scale}x`;
      postgres.create(database);
      initialise(postgres.url(database));
      load_postgres(postgres, database, load);
      const token = new_token(postgres.url(database));
      // The writes of pgbench come after the product has been measured: both begin with the same rows, give or take its own.
      await measure_product(postgres.url(database), token, load, at);
      for (const what of wanted.filter((name) => name !== 'R2')) {
        const rate = await pgbench_rate(postgres.url(database), requests[what], load, 16);
        record({ who: 'pgbench', what, scale: load.scale, connections: 16, ...rate });
      }
      postgres.drop(database);
    }
  } finally {
    await postgres.stop();
  }
}

const prefixed = (in_force) => Object.fromEntries(Object.entries(in_force).map(([name, value]) => [`postgresql_${name}`, value]));

fs.mkdirSync(work_dir, { recursive: true });
console.log(`${version()}, load average ${os.loadavg()[0].toFixed(2)}, ${settings.runs} runs of ${settings.seconds} s`);
const loads = options.scale.split(',').map((scale) => workload(Number(scale)));
if (options.against) {
  await compare(path.resolve(options.against), wanted, loads[0], Number(options.rounds));
  process.exit();
}
if (options.database.includes('sqlite')) for (const load of loads) await bench_sqlite(load);
if (options.database.includes('postgresql')) await bench_postgres(loads);
print_ratios();
