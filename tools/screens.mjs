// Pictures of every page of the running demo world: screens.mjs FOLDER [LOOK…], with WAYMARK_URL. Without a LOOK both themes, on a desk and on a phone.
import { createRequire } from 'node:module';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const web = new URL('../web/', import.meta.url);
const installed = createRequire(new URL('package.json', web));
const { chromium } = installed('playwright-core');
// The list of pages needs no browser of its own.
const withoutBrowser = {
  name: 'without-browser',
  enforce: 'pre',
  resolveId: (id) => (id === 'playwright-core' ? '\0no-browser' : undefined),
  load: (id) => (id === '\0no-browser' ? 'export const chromium = undefined;' : undefined),
};
const { runnerImport } = await import(installed.resolve('vite'));
async function journeys(file) {
  const path = fileURLToPath(new URL(`../tests/journeys/${file}`, import.meta.url));
  const { module } = await runnerImport(path, { configFile: false, logLevel: 'error', plugins: [withoutBrowser] });
  return module;
}
const { everyPage, outside, visitorOf } = await journeys('routes.ts');
const { liveOnTheDay, zone } = await journeys('day.ts');

const [folder, ...wanted] = process.argv.slice(2);
const url = process.env.WAYMARK_URL;
const password = process.env.WAYMARK_DEMO_PASSWORD ?? 'measure twice, cut once';
const most = 60_000; // bytes of a picture that is kept

const desk = { viewport: { width: 1360, height: 850 } };
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const looks = {
  'desk-light': desk,
  'desk-dark': { ...desk, colorScheme: 'dark' },
  'phone-light': phone,
  'phone-dark': { ...phone, colorScheme: 'dark' },
};

for (const look of wanted) if (!looks[look]) throw new Error(`There is no look "${look}"; there are ${Object.keys(looks).join(', ')}.`);

async function shoot(page, { name, path }, look) {
  await page.goto(path);
  await page.getByRole('heading').first().waitFor();
  await page.waitForTimeout(500);
  const session = await page.context().newCDPSession(page);
  for (let quality = 70; quality >= 20; quality -= 10) {
    const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality });
    const picture = Buffer.from(data, 'base64');
    if (picture.length > most && quality > 20) continue;
    writeFileSync(join(folder, `${name}-${look}.webp`), picture);
    console.log(`${name}-${look}.webp ${Math.round(picture.length / 1000)} kB`);
    break;
  }
  await session.detach();
}

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless=new', '--no-sandbox', '--disable-gpu'],
});
async function enter(context, who) {
  const entered = await context.request.post('/api/v1/session', {
    data: { email: `${who}@halden.example`, password },
    headers: { Origin: url },
  });
  if (!entered.ok()) throw new Error(`${who} cannot sign in: ${entered.status()}`);
}

const asked = await browser.newContext({ baseURL: url });
const places = [...outside, ...(await everyPage(asked))];
await asked.close();
for (const look of wanted.length > 0 ? wanted : Object.keys(looks)) {
  const options = looks[look];
  for (const who of new Set(places.map(visitorOf))) {
    const context = await browser.newContext({ baseURL: url, locale: 'en-GB', reducedMotion: 'reduce', ...(zone ? { timezoneId: zone } : {}), ...options });
    await liveOnTheDay(context);
    const page = await context.newPage();
    if (who) await enter(context, who);
    for (const place of places) if (visitorOf(place) === who) await shoot(page, place, look);
    await context.close();
  }
}
await browser.close();
