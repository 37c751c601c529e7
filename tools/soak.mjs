// Mixed load on the program that ships for MINUTES, on loopback; ends with what grew. Usage: node tools/soak.mjs MINUTES
// It begins with more check-ins than the readers keep pages of (24 MiB in all), and has them all read once: what grows afterwards is no cache that fills.
// SOAK_RATE: requests a second, 60. The program: WAYMARK, or build/release/waymark.
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';

const minutes = Number(process.argv[2] ?? 60);
const rate = Number(process.env.SOAK_RATE ?? 60);
const program = process.env.WAYMARK ?? path.resolve('build/release/waymark');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'waymark-soak-'));
const data = path.join(folder, 'data');
const log = path.join(folder, 'server.log');
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

const waymark = (...words) => execFileSync(program, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
waymark('demo', '--data', data);
const token = waymark('token', 'new', '--data', data, '--email', 'ana@halden.example', '--name', 'soak', '--scopes', 'read,write').split('\n')[0];

const output = fs.openSync(log, 'a');
let server;
let port = 0;
process.once('exit', () => server?.kill('SIGKILL'));

async function serve(...options) {
  const before = fs.readFileSync(log, 'utf8').length;
  // Nobody but root looks into a server that leaves no core dump.
  server = spawn(program, ['serve', '--data', data, '--listen', '127.0.0.1:0', '--web', 'web/dist', '--allow-core-dumps', ...options], { stdio: ['ignore', output, output] });
  port = 0;
  for (let i = 0; i < 500 && !port; i++) {
    await sleep(20);
    port = Number(/serving on http:\/\/127\.0\.0\.1:(\d+)/.exec(fs.readFileSync(log, 'utf8').slice(before))?.[1] ?? 0);
  }
  if (!port) throw new Error(`the server did not come up: ${fs.readFileSync(log, 'utf8')}`);
}

async function stop() {
  server.kill('SIGTERM');
  return new Promise((done) => server.once('exit', done));
}

await serve('--rate', '0');
const kept = new http.Agent({ keepAlive: true, maxSockets: 16 });
const headers = { authorization: `Bearer ${token}`, accept: 'application/json', 'accept-encoding': 'gzip' };

// Milliseconds, the status (0: none came), and the body where it is wanted.
function ask({ method = 'GET', target, body, agent = kept, with_token = true, wants = false }) {
  const begun = performance.now();
  return new Promise((done) => {
    const given = { ...(with_token ? headers : {}), ...(body ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } : {}) };
    if (wants) delete given['accept-encoding'];
    const request = http.request({ host: '127.0.0.1', port, path: target, method, headers: given, agent, timeout: 30_000 }, (answer) => {
      const chunks = [];
      answer.on('data', (chunk) => wants && chunks.push(chunk));
      answer.on('end', () => done({ ms: performance.now() - begun, status: answer.statusCode, body: Buffer.concat(chunks).toString() }));
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => done({ ms: performance.now() - begun, status: 0, body: '' }));
    request.end(body);
  });
}

const list = async (target) => JSON.parse((await ask({ target, wants: true })).body).items;
const objectives = (await list('/api/v1/objectives?limit=50')).map((each) => each.id);
const own = [];
for (const id of objectives) {
  const whole = JSON.parse((await ask({ target: `/api/v1/objectives/${id}`, wants: true })).body);
  for (const each of whole.key_results ?? []) own.push(each.id);
}
let key_result = '';
for (const id of own) {
  const said = await ask({ method: 'POST', target: `/api/v1/key-results/${id}/check-ins`, body: '{"value": 12, "confidence": 6, "what_happened": "Begun."}' });
  if (said.status === 201) { key_result = id; break; }
}
if (!key_result) throw new Error('there is no key result to check in on');

const check_in = (value, what_happened = 'Minute by minute.') =>
  ask({ method: 'POST', target: `/api/v1/key-results/${key_result}/check-ins`, body: JSON.stringify({ value: value % 23, confidence: 1 + (value % 10), what_happened }) });
const much = 'Step by step, and then another one. '.repeat(25);
for (let made = 0; made < 40_000; made += 16) await Promise.all(Array.from({ length: 16 }, (_, i) => check_in(made + i, much)));
await stop();
await serve();

// Pages of many follow each other within what one caller may ask; each of the readers sees them all.
async function read_all() {
  for (let next = ''; ;) {
    const page = await ask({ target: `/api/v1/key-results/${key_result}/check-ins?limit=100${next}`, wants: true });
    if (page.status === 429) { await sleep(1000); continue; }
    const { next: after } = JSON.parse(page.body);
    if (!after) return;
    next = `&after=${encodeURIComponent(after)}`;
  }
}
await Promise.all(Array.from({ length: 8 }, read_all));

let count = 0;
const any = (all) => all[count % all.length];
function streamed() {
  const begun = performance.now();
  return new Promise((done) => {
    const request = http.request({ host: '127.0.0.1', port, path: '/api/v1/events', headers, agent: false }, (answer) => {
      answer.on('error', () => {});
      answer.once('data', () => { done({ ms: performance.now() - begun, status: answer.statusCode }); setTimeout(() => request.destroy(), 2_000); });
      answer.once('end', () => done({ ms: performance.now() - begun, status: answer.statusCode }));
    });
    request.on('error', () => done({ ms: performance.now() - begun, status: 0 }));
    request.end();
  });
}
const kinds = [
  () => ask({ target: '/api/v1/objectives?limit=50' }),
  () => ask({ target: `/api/v1/objectives/${any(objectives)}` }),
  () => ask({ target: '/api/v1/my-week' }),
  () => ask({ target: '/api/v1/teams' }),
  () => ask({ target: `/api/v1/key-results/${any(own)}` }),
  () => ask({ target: `/api/v1/key-results/${key_result}/check-ins?limit=20` }),
  () => ask({ target: '/api/v1/people?limit=50' }),
  () => ask({ target: '/api/v1/search?text=launch' }),
  () => ask({ target: '/' }),
  () => ask({ target: '/healthz' }),
  () => check_in(count),
  () => ask({ method: 'POST', target: `/api/v1/key-results/${key_result}/check-ins`, body: '{"value": "many"' }),
  () => ask({ target: '/api/v1/objectives/0000000000000' }),
  () => ask({ target: '/api/v1/objectives', with_token: false }),
  () => ask({ target: '/api/v1/teams', agent: false }),
];

const status = (name) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(fs.readFileSync(`/proc/${server.pid}/status`, 'utf8'))[1]);
const descriptors = () => fs.readdirSync(`/proc/${server.pid}/fd`).length;
const part = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
const p99 = (times) => part([...times].sort((a, b) => a - b), 0.99);

const samples = [];
let times = [];
let broken = 0;
let under_way = 0;
console.log('minute\tresident KiB\tdescriptors\trequests\tp50 ms\tp99 ms\tfailed');
const begun = performance.now();
let next_sample = 60_000;
for (; performance.now() - begun < minutes * 60_000 + 500; count++) {
  const wait = begun + (count * 1000) / rate - performance.now();
  if (wait > 0) await sleep(wait);
  if (under_way < 64) {
    under_way++;
    const one = count % 600 === 599 ? streamed() : kinds[(count * 7) % kinds.length]();
    one.then(({ ms, status: said }) => {
      under_way--;
      times.push(ms);
      if (said === 0 || said >= 500) broken++;
    });
  }
  if (performance.now() - begun < next_sample) continue;
  const sorted = [...times].sort((a, b) => a - b);
  samples.push({ minute: next_sample / 60_000, kib: status('VmRSS'), descriptors: descriptors(), times });
  console.log([next_sample / 60_000, samples.at(-1).kib, samples.at(-1).descriptors, sorted.length, part(sorted, 0.5).toFixed(1), part(sorted, 0.99).toFixed(1), broken].join('\t'));
  times = [];
  next_sample += 60_000;
}
kept.destroy();

// Least squares, in MiB an hour.
function slope(of) {
  const x = of.reduce((sum, each) => sum + each.minute, 0) / of.length;
  const y = of.reduce((sum, each) => sum + each.kib, 0) / of.length;
  const over = of.reduce((sum, each) => sum + (each.minute - x) * (each.kib - y), 0);
  const under = of.reduce((sum, each) => sum + (each.minute - x) ** 2, 0);
  return under === 0 ? 0 : (over / under) * 60 / 1024;
}

const span = Math.min(5, Math.max(1, Math.floor(minutes / 3)));
const warm = Math.min(10, Math.max(1, Math.floor(minutes / 3)));
const later = samples.filter((each) => each.minute > warm);
const first = samples.slice(0, span).flatMap((each) => each.times);
const last = samples.slice(-span).flatMap((each) => each.times);
const grown = slope(later);
const fewest = Math.min(...later.map((each) => each.descriptors));
const most = Math.max(...later.map((each) => each.descriptors));
const ratio = p99(last) / p99(first);
const gates = [
  [`memory after minute ${warm}: ${grown.toFixed(2)} MiB an hour, at most 1`, grown <= 1],
  [`descriptors after minute ${warm}: ${fewest} to ${most}, at most 20 apart (16 kept lines and what comes and goes)`, most - fewest <= 20 && later.at(-1).descriptors <= later[0].descriptors + 16],
  [`p99 of the last ${span} minutes to the first ${span}: ${ratio.toFixed(2)}, at most 1.1`, ratio <= 1.1],
  [`requests that failed: ${broken}, none wanted`, broken === 0],
];
const code = await stop();
gates.push([`the server ended with ${code}, 0 wanted`, code === 0]);
for (const [words, holds] of gates) console.log(`${holds ? 'ok  ' : 'FAIL'} ${words}`);
if (minutes < 60) console.log('The gates are meant for 60 minutes; a shorter run only shows that they work.');
fs.rmSync(folder, { recursive: true, force: true });
process.exitCode = gates.every(([, holds]) => holds) ? 0 : 1;
