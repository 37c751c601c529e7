// What a person waits for in the web app with the data of 5,000 people: from a key or a click to the next paint, and from an address to the page.
import { createRequire } from 'node:module';
import path from 'node:path';
import { public_id } from './ids.mjs';
import { repo_dir } from './process.mjs';
import { summary } from './traffic.mjs';

const { chromium } = createRequire(path.join(repo_dir, 'web', 'package.json'))('playwright-core');

// The browser's own event timing: from the input to the next paint, in steps of 8 ms; what is quicker than 16 ms counts as 16.
const watch = () => {
  window.paints = [];
  new PerformanceObserver((list) => window.paints.push(...list.getEntries().map(({ duration }) => duration)))
    .observe({ type: 'event', durationThreshold: 16, buffered: false });
};

async function slowest(page, act) {
  await page.evaluate(() => (window.paints.length = 0));
  await act();
  await page.waitForTimeout(400);
  return page.evaluate(() => Math.max(16, ...window.paints));
}

async function arrival(page, address, there) {
  await page.goto(address);
  return page.evaluate(
    (sign) => new Promise((done) => {
      const look = () => (sign.startsWith('mark:') ? performance.getEntriesByName(sign.slice(5)).length > 0 : document.querySelector(sign))
        ? requestAnimationFrame(() => done(performance.now())) : setTimeout(look, 5);
      look();
    }), there);
}

const measures = {
  'list': (page) => arrival(page, '/okrs', '[role=row] a[href^="/objectives/"]'),
  'map': (page) => arrival(page, '/okrs?tab=map', 'mark:map-drawn'),
  'open objective': async (page) => {
    await arrival(page, '/okrs', '[role=row] a[href^="/objectives/"]');
    await page.waitForTimeout(500);
    return slowest(page, async () => {
      await page.locator('[role=row] a[href^="/objectives/"]').first().click();
      await page.waitForSelector('article h1');
    });
  },
  'filter list': async (page) => {
    await arrival(page, '/okrs', '[role=row] a[href^="/objectives/"]');
    const words = page.getByLabel('Words in the title');
    await words.waitFor();
    await words.focus();
    return slowest(page, () => page.keyboard.type('objective 47', { delay: 60 }));
  },
  'next key result': async (page) => {
    await page.goto(`/check-in?objective=${public_id(1)}`);
    await page.getByRole('textbox').first().waitFor();
    await page.waitForTimeout(300);
    return slowest(page, async () => {
      await page.keyboard.type('42');
      await page.keyboard.press('Enter');
    });
  },
};

// Milliseconds of every measure, repeated; the browser carries the token of person 1.
export async function page_times(server, runs) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--headless=new', '--no-sandbox', '--disable-gpu'] });
  try {
    const results = [];
    for (const [what, measure] of Object.entries(measures)) {
      const times = [];
      for (let n = 0; n < runs; n++) {
        const context = await browser.newContext({
          baseURL: server.base, viewport: { width: 1360, height: 850 }, locale: 'en-GB', serviceWorkers: 'block',
          extraHTTPHeaders: { authorization: server.headers.authorization },
        });
        await context.addInitScript(watch);
        const page = await context.newPage();
        page.setDefaultTimeout(20_000);
        times.push(await measure(page));
        await context.close();
      }
      results.push({ who: 'waymark', what, unit: 'ms', runs: times.map(Math.round), ...summary(times) });
    }
    return results;
  } finally {
    await browser.close();
  }
}
