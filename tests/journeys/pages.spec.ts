import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import {
  enter,
  faults,
  faultsInBothThemes,
  openBrowser,
  openWindow,
  settled,
  url,
  type Look,
} from './browser';
import { everyPage, outside, type Place } from './routes';
import { tooWide, tour } from './tour';

let browser: Browser;
let pages: Place[];
beforeAll(async () => {
  browser = await openBrowser();
  const { context } = await openWindow(browser);
  pages = await everyPage(context);
  await context.close();
});
afterAll(() => browser.close());

it.each<Look>([{ phone: false }, { phone: true }])(
  'no page has faults in either theme, complaints or anything wider than the window, phone $phone',
  async (look) => {
    const found: string[] = [];
    const visit = async (page: Page, { name, path }: Place) => {
      await page.goto(path);
      await settled(page);
      found.push(...(await faultsInBothThemes(page)).map((fault) => `${name}: ${fault}`));
      if (await tooWide(page)) found.push(`${name}: scrolls sideways`);
    };
    const complaints = await tour(browser, look, [...outside, ...pages], visit);
    expect(found).toEqual([]);
    expect(complaints).toEqual([]);
  },
  360_000,
);

it.each<Look>([
  { scheme: 'light', language: 'de' },
  { scheme: 'dark', language: 'de', phone: true },
])(
  'no page complains or is wider than the window in German, phone $phone',
  async (look) => {
    const found: string[] = [];
    const complaints = await tour(browser, look, [...outside, ...pages], async (page, { name, path }) => {
      await page.goto(path);
      await settled(page);
      if (await tooWide(page)) found.push(`${name}: scrolls sideways`);
    });
    expect(found).toEqual([]);
    expect(complaints).toEqual([]);
  },
  360_000,
);

it('the first visit carries at most 180 kB of scripts, all of them ours', async () => {
  const { context, page } = await openWindow(browser);
  await enter(context, 'ana');
  const network = await context.newCDPSession(page);
  await network.send('Network.enable');
  const scripts = new Set<string>();
  const addresses: string[] = [];
  let bytes = 0;
  network.on('Network.responseReceived', ({ requestId, type, response }) => {
    addresses.push(response.url);
    if (type === 'Script') scripts.add(requestId);
  });
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await page.goto('/');
  await settled(page);
  await page.waitForTimeout(500);
  console.log(`scripts of the first visit: ${Math.round(bytes / 1000)} kB in ${scripts.size} files`);
  expect(bytes).toBeGreaterThan(10_000);
  expect(bytes).toBeLessThan(180_000);
  expect(addresses.filter((address) => new URL(address).origin !== new URL(url).origin)).toEqual([]);
  await context.close();
});

it('German speaks German', async () => {
  const { context, page } = await openWindow(browser, { language: 'de' });
  await enter(context, 'ana');
  await page.goto('/');
  await settled(page);
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('de');
  await page.getByRole('link', { name: 'Start', exact: true }).waitFor();
  await page.getByRole('button', { name: /Deine Einstellungen/ }).click();
  await page.getByRole('radio', { name: 'English' }).click();
  await page.getByRole('link', { name: 'Home', exact: true }).waitFor();
  await context.close();
});

it('open settings have no faults, in high contrast too', async () => {
  const { context, page } = await openWindow(browser);
  await enter(context, 'ana');
  await page.goto('/');
  await settled(page);
  await page.getByRole('button', { name: /Your settings/ }).click();
  expect(await faults(page)).toEqual([]);
  await page.getByRole('checkbox', { name: 'High contrast' }).check();
  await page.keyboard.press('Escape');
  for (const { path } of pages.slice(0, 4)) {
    await page.goto(path);
    await settled(page);
    expect(await faults(page)).toEqual([]);
  }
  await context.close();
});

it.each(['/', '/okrs', '/okrs?tab=map', '/check-in'])(
  'a first visit of %s asks for nothing twice',
  async (path) => {
    const { context, page } = await openWindow(browser);
    await enter(context, 'ana');
    const asked: string[] = [];
    page.on('request', (request) => {
      const { pathname, search } = new URL(request.url());
      if (pathname.startsWith('/api/')) asked.push(`${request.method()} ${pathname}${search}`);
    });
    await page.goto(path);
    await settled(page);
    await page.waitForTimeout(500);
    expect(asked.length).toBeGreaterThan(2);
    expect(asked.filter((one, at) => asked.indexOf(one) < at)).toEqual([]);
    await context.close();
  },
);
