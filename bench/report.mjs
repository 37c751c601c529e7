// Keeps every measure as a JSON line and shows the ratios that matter beside their targets.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { work_dir } from './process.mjs';

const results = [];
const file = () => path.join(work_dir, 'results.jsonl');

const short = (number) => (typeof number === 'number' ? Math.round(number * 1000) / 1000 : number);

// `who` is `waymark` or the limit's name; the key of a measure is who, what, database, scale and connections.
export function record(measure) {
  const { results: _, ...kept } = measure;
  const line = Object.fromEntries(Object.entries(kept).map(([key, value]) => [key, short(value)]));
  const dated = { ...line, load_average: short(os.loadavg()[0]), date: new Date().toISOString() };
  results.push(dated);
  fs.appendFileSync(file(), `${JSON.stringify(dated)}\n`);
  const where = [measure.database, measure.scale && `${measure.scale}x`, measure.connections && `c${measure.connections}`];
  const latency = measure.p50_ms === undefined ? '' : `  p50 ${short(measure.p50_ms)} ms  p99 ${short(measure.p99_ms)} ms`;
  console.log(`${measure.who.padEnd(16)} ${measure.what.padEnd(10)} ${where.filter(Boolean).join(' ').padEnd(16)}` +
    `${show(measure.median, measure.unit).padStart(12)}${latency}`);
  return dated;
}

const show = (value, unit) => (unit === '1/s' ? `${Math.round(value).toLocaleString('en')}/s` : `${value.toFixed(1)} ${unit}`);

const find = (key) => results.find((result) => Object.entries(key).every(([name, value]) => result[name] === value));

function ratio(name, above, below, target, at_most = false) {
  const [a, b] = [find(above), find(below)];
  if (!a || !b) return null;
  const value = a.median / b.median;
  return { name, value: value.toFixed(2), of: `${show(a.median, a.unit)} : ${show(b.median, b.unit)}`,
    target: `${at_most ? '≤' : '≥'} ${target.toFixed(2)}`, met: at_most ? value <= target : value >= target };
}

function bound(name, key, limit) {
  const found = find(key);
  return found && { name, value: show(found.median, found.unit), of: '', target: `≤ ${limit} ${found.unit}`, met: found.median <= limit };
}

function rows() {
  const waymark = (what, database, scale) => ({ who: 'waymark', what, database, scale, connections: 16 });
  const sqlite = (what, scale) => ({ who: 'raw sqlite', what, scale });
  const pgbench = (what, scale) => ({ who: 'pgbench', what, scale });
  return [
    ...[1, 20].flatMap((scale) => [
      ratio(`R1 ${scale}x, of raw SQLite`, waymark('R1', 'sqlite', scale), sqlite('R1', scale), 0.75),
      ratio(`R2 ${scale}x, of raw SQLite`, waymark('R2', 'sqlite', scale), sqlite('R2', scale), 0.75),
      ratio(`W1 ${scale}x, of raw commits`, waymark('W1', 'sqlite', scale), sqlite('W1', scale), 1),
    ]),
    ...['R1', 'R2', 'W1'].map((what) =>
      ratio(`${what} SQLite, time at 20x to 1x`, waymark(what, 'sqlite', 1), waymark(what, 'sqlite', 20), 1.3, true)),
    ...[1, 20].flatMap((scale) => ['R1', 'W1'].map((what) =>
      ratio(`${what} ${scale}x, of pgbench`, waymark(what, 'postgresql', scale), pgbench(what, scale), 0.5))),
    ...['sqlite', 'postgresql'].flatMap((database) => [
      bound(`start to first R1, ${database}`, { who: 'waymark', what: 'start', database, scale: 1 }, 150),
      bound(`resident after the run, ${database}`, { who: 'waymark', what: 'resident', database, scale: 1 }, 60),
      bound(`resident after the run, ${database} 20x`, { who: 'waymark', what: 'resident', database, scale: 20 }, 60),
    ]),
    ...[1, 20].flatMap((scale) => ['backup', 'sealed backup'].flatMap((name) => backup_rows(name, scale))),
    ...['list', 'map'].map((what) => bound(`${what} of 5,000 objectives`, { who: 'waymark', what }, 2000)),
    ...['open objective', 'filter list', 'next key result'].map((what) => bound(`${what}, to the next paint`, { who: 'waymark', what }, 100)),
    information('R1, of nginx with the same bytes', waymark('R1', 'sqlite', 1), { who: 'nginx', what: 'R1', connections: 16 }),
  ].filter(Boolean);
}

// Beside 2,000 writes a second.
function backup_rows(name, scale) {
  const of = (what) => ({ who: 'waymark', what: `${name}, ${what}`, database: 'sqlite', scale });
  return [
    ratio(`${name} ${scale}x while others write, of an idle one`, of('loaded'), of('idle'), 2, true),
    ratio(`p99 of writes meanwhile, ${name} ${scale}x`, of('p99 meanwhile'), of('p99 before'), 3, true),
    ratio(`log grew, of what was written, ${name} ${scale}x`, of('log grew by'), of('written'), 1, true),
    bound(`log ten seconds after, ${name} ${scale}x`, of('log after'), 16),
  ];
}

function information(name, above, below) {
  const row = ratio(name, above, below, 0);
  return row && { ...row, target: '', met: null };
}

export function print_ratios() {
  const cells = [['measure', 'value', 'figures', 'target', 'met'],
    ...rows().map((row) => [row.name, row.value, row.of, row.target, row.met === null ? '' : row.met ? 'yes' : 'NO'])];
  const widths = cells[0].map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  const line = (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  console.log(`\nload average ${os.loadavg().map((load) => load.toFixed(2)).join(' ')}, ${os.cpus().length} processors, ${os.cpus()[0].model}\n`);
  console.log([line(cells[0]), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...cells.slice(1).map(line)].join('\n'));
  console.log(`\nevery measure: ${path.relative(process.cwd(), file())}`);
}
