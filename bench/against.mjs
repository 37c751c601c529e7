// Two programs on the same data, asked in turns: what a change costs, on a machine whose speed changes from minute to minute.
import fs from 'node:fs';
import path from 'node:path';
import { write_ids } from './ids.mjs';
import { load_sqlite } from './load.mjs';
import { work_dir } from './process.mjs';
import { Server, binary, initialise, new_token, version } from './product.mjs';
import { requests } from './requests.mjs';
import { http_rate, median, settings } from './traffic.mjs';

async function started(program, name, load) {
  const folder = path.join(work_dir, `against-${name}`);
  fs.rmSync(folder, { recursive: true, force: true });
  initialise(folder, program);
  load_sqlite(path.join(folder, 'waymark.db'), load);
  const server = new Server(folder, new_token(folder, program), program);
  await server.start_until(requests.R1.target(1));
  return server;
}

async function rate_of(server, request, load, connections) {
  const rows = request.rows(load);
  const rate = await http_rate({ base: server.base, path: request.path, body: request.body, rows, ids: write_ids(rows), token: server.token, connections });
  if (rate.errors) throw new Error(`${rate.errors} requests failed; see build/bench/waymark.log`);
  return rate.median;
}

// Prints the median of the rounds' ratios, ours to the other's, and the span of the middle half of them.
export async function compare(other, wanted, load, rounds) {
  Object.assign(settings, { runs: 1, warm_up_seconds: 1 });
  console.log(`${version()} (${binary}) against ${version(other)} (${other}), ${rounds} rounds of ${settings.seconds} s each, in turns`);
  const servers = [await started(binary, 'ours', load), await started(other, 'other', load)];
  try {
    for (const what of wanted) {
      const ratios = [];
      for (let round = 0; round < rounds; round++) {
        const rates = [];
        for (const which of round % 2 ? [1, 0] : [0, 1]) rates[which] = await rate_of(servers[which], requests[what], load, 16);
        ratios.push(rates[0] / rates[1]);
      }
      ratios.sort((a, b) => a - b);
      const at = (share) => ratios[Math.floor(share * (ratios.length - 1))].toFixed(3);
      console.log(`${what}  ${median(ratios).toFixed(3)} of the other's rate (middle half ${at(0.25)} to ${at(0.75)})`);
    }
  } finally {
    for (const server of servers) await server.stop();
  }
}
