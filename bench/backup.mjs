// A backup while people write, beside one while nobody does: how long it takes, what the writers feel, how the log grows.
import fs from 'node:fs';
import path from 'node:path';
import { binary } from './product.mjs';
import { sleep, start, work_dir } from './process.mjs';
import { paced_writes, percentile } from './paced.mjs';
import { record } from './report.mjs';
import { settings, summary } from './traffic.mjs';

export const writes_a_second = Number(process.env.BENCH_WRITES ?? 2000);

const copy = path.join(work_dir, 'copy.db');

async function back_up(place, options) {
  fs.rmSync(copy, { force: true });
  const begin = performance.now();
  const code = await start(binary, ['backup', copy, '--data', place, ...options], { log: 'backup.log' }).ended;
  if (code !== 0) throw new Error(`the backup ended with ${code}; see build/bench/backup.log`);
  return performance.now() - begin;
}

const log_size = (place) => fs.statSync(path.join(place, 'waymark.db-wal'), { throwIfNoEntry: false })?.size ?? 0;
const written_by = (pid) => Number(/^wchar: (\d+)/m.exec(fs.readFileSync(`/proc/${pid}/io`, 'utf8'))[1]);

// The largest size of the log until stopped.
function watch_log(place) {
  let largest = log_size(place);
  const timer = setInterval(() => (largest = Math.max(largest, log_size(place))), 10);
  return () => {
    clearInterval(timer);
    return largest;
  };
}

async function loaded_backup(server, options, writes) {
  const seconds = settings.warm_up_seconds || 1;
  await sleep(1000);
  const calm = writes.since(performance.now());
  await sleep(1000 * seconds);
  const before = calm();
  const log_before = log_size(server.place);
  const written_before = written_by(server.child.pid);
  const watched = watch_log(server.place);
  const meanwhile = writes.since(performance.now());
  const took = await back_up(server.place, options);
  const during = meanwhile();
  const written = written_by(server.child.pid) - written_before;
  const grew = Math.max(0, watched() - log_before);
  await sleep(settings.quiet_seconds ? 10_000 : 1000); // a smoke test does not look at what the log is by then
  return { took, before, during, written, grew, rate: (during.length * 1000) / took, log_after: log_size(server.place) };
}

async function measure_backup(server, load, at, name, options) {
  const idle = [];
  await back_up(server.place, options); // once, so that the file is in the page cache for all
  for (let n = 0; n < settings.runs; n++) idle.push(await back_up(server.place, options));
  const loaded = [];
  const writes = await paced_writes(server, load, writes_a_second);
  try {
    for (let n = 0; n < settings.runs; n++) loaded.push(await loaded_backup(server, options, writes));
  } finally {
    await writes.stop();
    fs.rmSync(copy, { force: true });
  }
  const keep = (what, unit, runs) => record({ ...at, who: 'waymark', what: `${name}, ${what}`, unit, runs, ...summary(runs) });
  keep('idle', 'ms', idle);
  keep('loaded', 'ms', loaded.map(({ took }) => took));
  keep('rate', '1/s', loaded.map(({ rate }) => rate));
  keep('p99 before', 'ms', [percentile(loaded.flatMap(({ before }) => before), 0.99)]);
  keep('p99 meanwhile', 'ms', [percentile(loaded.flatMap(({ during }) => during), 0.99)]);
  keep('log grew by', 'MiB', loaded.map(({ grew }) => grew / (1 << 20)));
  keep('written', 'MiB', loaded.map(({ written }) => written / (1 << 20)));
  keep('log after', 'MiB', [Math.max(...loaded.map(({ log_after }) => log_after)) / (1 << 20)]);
  if (writes.failed()) throw new Error(`${writes.failed()} writes failed while ${name} ran`);
}

export async function measure_backups(server, load, at, key) {
  await measure_backup(server, load, at, 'backup', []);
  await measure_backup(server, load, at, 'sealed backup', ['--seal-to', key]);
}
