// The SQLite that is inside beside Debian's: the statements of R1, R2 and W1 in turns, in one run (docs/adr/0004-sqlite-is-inside.md).
//
//   node bench/two_sqlites.mjs build/bench/data-1x/waymark.db [TURNS]
//
// Also by the time of the processor, which others on the machine disturb less.
import fs from 'node:fs';
import path from 'node:path';
import { bench_dir, repo_dir, run, work_dir } from './process.mjs';
import { reader_settings, writer_settings } from './limits.mjs';
import { requests } from './requests.mjs';
import { median, warm } from './traffic.mjs';
import { workload } from './workload.mjs';

const [given, turns = '10'] = process.argv.slice(2);
const seconds = Number(process.env.BENCH_SECONDS ?? 2);
const header = ['-I', path.join(repo_dir, 'build', 'sqlite')];
const source = path.join(bench_dir, 'limits', 'sqlite_limit.c');
fs.mkdirSync(work_dir, { recursive: true });

function built(name, library) {
  const binary = path.join(work_dir, `sqlite_limit_${name}`);
  run('cc', ['-O2', source, '-o', binary, ...header, ...library]);
  return binary;
}

const sides = {
  debian: built('debian', ['-l:libsqlite3.so.0']),
  inside: built('inside', [path.join(repo_dir, 'build', 'release', 'libwaymark_sqlite.a'), '-lm']),
};
const load = workload(1);
const file = path.join(work_dir, 'two.db');
const clear = () => ['', '-wal', '-shm'].forEach((ending) => fs.rmSync(file + ending, { force: true }));

for (const [what, request] of Object.entries(requests)) {
  const writes = what === 'W1';
  const results = { debian: [], inside: [] };
  for (let turn = 0; turn < Number(turns); turn++) {
    for (const side of turn % 2 ? ['inside', 'debian'] : ['debian', 'inside']) {
      clear();
      fs.copyFileSync(given, file);
      warm(file);
      const settings = writes ? ['PRAGMA journal_mode=WAL', ...writer_settings] : reader_settings;
      results[side].push(JSON.parse(run(sides[side],
        [writes ? 'commit' : 'read', file, path.join(bench_dir, 'limits', request.limit), String(request.rows(load)), String(seconds), ...settings])));
    }
  }
  const of = (side, key) => median(results[side].map((result) => result[key]));
  const shown = (key) => `${(of('inside', key) / of('debian', key)).toFixed(2)} (${Math.round(of('inside', key))} : ${Math.round(of('debian', key))})`;
  console.log(`${what}, ${results.inside[0].sqlite} to ${results.debian[0].sqlite}, median of ${turns} turns: a second ${shown('per_second')}, a second of the processor ${shown('per_processor_second')}`);
}
clear();
