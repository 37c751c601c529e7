// Load by wrk: one thread, loopback only, a warm-up and then some runs.
import fs from 'node:fs';
import path from 'node:path';
import { bench_dir, run, sleep } from './process.mjs';

export const settings = {
  runs: Number(process.env.BENCH_RUNS ?? 3),
  seconds: Number(process.env.BENCH_SECONDS ?? 5),
  warm_up_seconds: Number(process.env.BENCH_WARM_UP ?? 5),
  // How long a run waits for an otherwise idle machine before it goes ahead anyway.
  quiet_seconds: Number(process.env.BENCH_QUIET ?? 30),
};

export const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

export function summary(numbers) {
  return { min: Math.min(...numbers), median: median(numbers), max: Math.max(...numbers) };
}

function wrk({ base, path: target, rows = 1, body, token, ids, connections }, seconds) {
  const env = { ...process.env, BENCH_PATH: target, BENCH_ROWS: String(rows) };
  if (body) env.BENCH_BODY = body;
  if (token) env.BENCH_TOKEN = token;
  if (ids) env.BENCH_IDS = ids;
  const script = path.join(bench_dir, 'traffic.lua');
  const output = run('wrk', ['-t1', `-c${connections}`, `-d${seconds}s`, '--timeout', '10s', '-s', script, base], { env });
  const line = /BENCH (\{.*\})/.exec(output);
  if (!line) throw new Error(`wrk said: ${output}`);
  return JSON.parse(line[1]);
}

// Brings a file into the page cache of the operating system, where a server that has run for a day would find it.
export function warm(file) {
  const chunk = Buffer.alloc(1 << 20);
  const handle = fs.openSync(file, 'r');
  while (fs.readSync(handle, chunk) > 0);
  fs.closeSync(handle);
}

function cpu_ticks() {
  const [, ...ticks] = fs.readFileSync('/proc/stat', 'utf8').split('\n')[0].split(/\s+/);
  const all = ticks.slice(0, 8).map(Number);
  return { total: all.reduce((a, b) => a + b, 0), idle: all[3] + all[4] };
}

// The share of the processors that others keep busy, once it is small or patience has ended.
export async function quiet() {
  const begin = performance.now();
  for (;;) {
    const before = cpu_ticks();
    await sleep(300);
    const after = cpu_ticks();
    const busy = 1 - (after.idle - before.idle) / Math.max(1, after.total - before.total);
    if (busy < 0.1 || performance.now() - begin > settings.quiet_seconds * 1000) return Math.round(busy * 100) / 100;
  }
}

// Repeats a measure; `once` gives an object that has `per_second`. `before` runs ahead of each, outside of the measure.
export async function repeated(once, before = () => {}) {
  const results = [];
  const busy = [];
  for (let n = 0; n < settings.runs; n++) {
    busy.push(await quiet());
    before();
    results.push(await once());
  }
  const rates = results.map((result) => result.per_second);
  return { unit: '1/s', runs: rates.map(Math.round), ...summary(rates), busy_before: Math.max(...busy), results };
}

export async function http_rate(request) {
  if (new URL(request.base).hostname !== '127.0.0.1') throw new Error('only 127.0.0.1 is measured');
  request.before?.();
  if (settings.warm_up_seconds > 0) wrk(request, settings.warm_up_seconds);
  const { results, ...rate } = await repeated(() => {
    const result = wrk(request, settings.seconds);
    return { ...result, per_second: result.requests / (result.us / 1e6) };
  }, request.before);
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  return {
    ...rate,
    p50_ms: median(results.map((result) => result.p50_us)) / 1000,
    p99_ms: median(results.map((result) => result.p99_us)) / 1000,
    bytes: Math.round(results[0].bytes / Math.max(1, results[0].requests)),
    errors: sum('bad_status') + sum('broken'),
  };
}
