// Child processes: run one to its end, or start one and stop exactly that one.
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const bench_dir = path.dirname(fileURLToPath(import.meta.url));
export const repo_dir = path.dirname(bench_dir);
export const work_dir = path.join(repo_dir, 'build', 'bench');

export const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

export const run = (command, args, options = {}) =>
  execFileSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['pipe', 'pipe', 'pipe'], ...options });

export function start(command, args, { log, ...options } = {}) {
  const output = fs.openSync(path.join(work_dir, log), 'a');
  const child = spawn(command, args, { stdio: ['ignore', output, output], ...options });
  fs.closeSync(output);
  child.ended = new Promise((done) => {
    child.once('exit', done);
    child.once('error', done);
  });
  running.add(child);
  child.ended.then(() => running.delete(child));
  return child;
}

export async function stop(child, { signal = 'SIGTERM', patience_ms = 15_000 } = {}) {
  if (!running.has(child)) return;
  child.kill(signal);
  const late = await Promise.race([child.ended.then(() => false), sleep(patience_ms).then(() => true)]);
  if (!late) return;
  child.kill('SIGKILL');
  await child.ended;
}

const running = new Set();
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')));
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));

export function free_port() {
  return new Promise((done, fail) => {
    const probe = net.createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

// Waits for a condition that may throw while it is not met.
export async function until(condition, what, limit_ms = 60_000) {
  const begin = performance.now();
  let reason = '';
  while (performance.now() - begin < limit_ms) {
    try {
      if (await condition()) return performance.now() - begin;
    } catch (error) {
      reason = error.message;
    }
    await sleep(2);
  }
  throw new Error(`${what} did not come up: ${reason}`);
}

export function resident_mib(pid) {
  const rollup = fs.readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  return Number(/^Rss:\s+(\d+)/m.exec(rollup)[1]) / 1024;
}
