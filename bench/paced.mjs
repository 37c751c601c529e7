// Writes at a fixed rate, whatever the server does: each has its moment, and its latency counts from that moment on.
import net from 'node:net';
import fs from 'node:fs';
import { write_ids } from './ids.mjs';
import { requests } from './requests.mjs';

const connections = 32;

export const percentile = (numbers, share) =>
  [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))];

export async function paced_writes(server, load, per_second) {
  const rows = requests.W1.rows(load);
  const ids = fs.readFileSync(write_ids(rows), 'utf8').trim().split('\n');
  const latencies = []; // [moment it was due, milliseconds]
  const due = [];
  const free = [];
  const sockets = [];
  let failed = 0;
  let number = 0;
  let stopped = false;

  function text_of() {
    const row = (number++ * 7919) % rows;
    const body = requests.W1.body.replaceAll('{row}', row + 1).replace('{value}', (row * 7) % 101).replace('{confidence}', (row % 10) + 1);
    const target = requests.W1.path.replace('{id}', ids[row]);
    return `POST ${target} HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nAuthorization: Bearer ${server.token}\r\n` +
      `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  }

  function send() {
    while (due.length && free.length) {
      const socket = free.pop();
      socket.moment = due.shift();
      socket.write(text_of());
    }
  }

  // One answer at a time on each socket: it is whole when its head's length has come.
  function take(socket, bytes) {
    socket.answer = socket.answer ? Buffer.concat([socket.answer, bytes]) : bytes;
    const end = socket.answer.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = socket.answer.toString('latin1', 0, end);
    const length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
    if (socket.answer.length < end + 4 + length) return;
    if (!head.startsWith('HTTP/1.1 201')) failed++;
    latencies.push([socket.moment, performance.now() - socket.moment]);
    socket.answer = null;
    free.push(socket);
  }

  for (let n = 0; n < connections; n++) {
    const socket = net.connect(server.port, '127.0.0.1');
    await new Promise((done, fail) => socket.once('connect', done).once('error', fail));
    socket.setNoDelay(true);
    socket.on('error', () => failed++);
    socket.on('data', (bytes) => {
      take(socket, bytes);
      send();
    });
    sockets.push(socket);
    free.push(socket);
  }

  let next = performance.now();
  const timer = setInterval(() => {
    for (const now = performance.now(); next <= now; next += 1000 / per_second) due.push(next);
    send();
  }, 1);

  return {
    // Answers a call that says the latencies of what was due between this moment and that call.
    since: (moment) => () => {
      const until = performance.now();
      return latencies.filter(([at]) => at >= moment && at <= until).map(([, took]) => took);
    },
    failed: () => failed,
    stop: async () => {
      if (stopped) return;
      stopped = true;
      clearInterval(timer);
      await new Promise((done) => setTimeout(done, 500));
      for (const socket of sockets) socket.destroy();
    },
  };
}
