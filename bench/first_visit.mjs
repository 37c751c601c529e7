// The first visit to a page on a line with long ways (LATENCY, 600 ms), with boot.js as it is and with one that asks for nothing early: median of three, ms from the address to the
// first objective that it shows. WAYMARK_URL is a demo world; the order is by turns.
import { createRequire } from 'node:module';
import path from 'node:path';
import { repo_dir } from './process.mjs';

const { chromium } = createRequire(path.join(repo_dir, 'web', 'package.json'))('playwright-core');
const url = process.env.WAYMARK_URL;
const slow = { offline: false, latency: Number(process.env.LATENCY ?? 600), downloadThroughput: 1_000_000, uploadThroughput: 1_000_000 };
const rounds = 3;
const quiet = (text) => text
  .replace('(firstFiles[root.lang] || []).concat(firstFiles[page] || [])', '[]')
  .replace('questions.forEach(ask)', '')
  .replace("location.pathname === '/okrs'", 'false');

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--headless=new', '--no-sandbox', '--disable-gpu'] });

async function visit(address, early) {
  const context = await browser.newContext({ baseURL: url, locale: 'en-GB', serviceWorkers: 'block' });
  const entered = await context.request.post('/api/v1/session', {
    data: { email: 'ana@halden.example', password: 'measure twice, cut once' }, headers: { Origin: url },
  });
  if (!entered.ok()) throw new Error(`ana cannot sign in: ${entered.status()}`);
  const week = await (await context.request.get('/api/v1/my-week')).json();
  const page = await context.newPage();
  await page.route('**/boot.js', async (route) => {
    const answer = await route.fetch();
    const text = await answer.text();
    if (!early && quiet(text) === text) throw new Error('boot.js is not what this script knows');
    await route.fulfill({ response: answer, body: early ? text : quiet(text) });
  });
  await (await context.newCDPSession(page)).send('Network.emulateNetworkConditions', slow);
  await page.goto(address.replace('{objective}', [...week.due, ...week.not_due][0].objective_id), { waitUntil: 'commit' });
  await page.locator('main a[href^="/objectives/"], main article h1').first().waitFor();
  const took = await page.evaluate(() => performance.now());
  await context.close();
  return took;
}

const median = (times) => times.sort((a, b) => a - b)[times.length >> 1];
for (const address of ['/', '/objectives/{objective}']) {
  const times = { true: [], false: [] };
  for (let round = 0; round < rounds; ++round) for (const early of [true, false]) times[early].push(await visit(address, early));
  console.log(`${address}: ${Math.round(median(times.true))} ms, without early questions and files ${Math.round(median(times.false))} ms`);
}
await browser.close();
