import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { admit, faults, openBrowser, openWindow, settled, url } from './browser';
import { everyPage, visitorOf, type Place } from './routes';
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

const homeLimit = 180_000;
const pageLimit = 210_000;
const secondLimit = 40_000;

/** Counts the bytes of scripts on the wire, headers included; what comes from elsewhere is kept by name. */
async function meter(context: BrowserContext, page: Page) {
  const network = await context.newCDPSession(page);
  await network.send('Network.enable');
  const scripts = new Set<string>();
  const foreign: string[] = [];
  let bytes = 0;
  network.on('Network.responseReceived', ({ requestId, type, response }) => {
    const { protocol, origin } = new URL(response.url);
    if (protocol !== 'data:' && origin !== new URL(url).origin) foreign.push(response.url);
    if (type === 'Script') scripts.add(requestId);
  });
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  return { foreign, take: () => ((taken) => ((bytes = 0), taken))(bytes) };
}

const arrive = async (page: Page, path: string) => {
  await page.goto(path);
  await settled(page);
  await page.waitForLoadState('load');
};

/** Visits every page in a window that keeps nothing, after `before`, and tells which take more than `limit` says. */
async function weigh(limit: (path: string) => number, before?: (page: Page) => Promise<void>) {
  const tooMuch: string[] = [];
  const figures: string[] = [];
  for (const place of pages) {
    const { name, path } = place;
    const { context, page } = await openWindow(browser);
    await context.addInitScript(
      () => delete (Navigator.prototype as { serviceWorker?: unknown }).serviceWorker,
    );
    await admit(context, visitorOf(place)!);
    const wire = await meter(context, page);
    await before?.(page);
    wire.take();
    await arrive(page, path);
    const bytes = wire.take();
    figures.push(`${name} ${Math.round(bytes / 1000)}`);
    if (bytes > limit(path)) tooMuch.push(`${name}: ${bytes} bytes of scripts`);
    if (wire.foreign.length) tooMuch.push(`${name}: ${wire.foreign.join(' ')}`);
    await context.close();
  }
  return { tooMuch, figures: figures.join(', ') };
}

describe('bytes on the wire', () => {
  it('the first visit of every page is small, and all of it is ours', async () => {
    const { tooMuch, figures } = await weigh((path) => (path === '/' ? homeLimit : pageLimit));
    console.log(`kB of scripts on a first visit: ${figures}`);
    expect(tooMuch).toEqual([]);
  }, 240_000);

  it('every other page costs little more after home', async () => {
    const { tooMuch, figures } = await weigh(
      () => secondLimit,
      (page) => arrive(page, '/'),
    );
    console.log(`kB of scripts after home: ${figures}`);
    expect(tooMuch).toEqual([]);
  }, 240_000);

  it('assets are packed and stay for good, and pages are never kept', async () => {
    const page = await fetch(url);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(policy).not.toContain('unsafe');
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).toContain("frame-ancestors 'none'");
    const script = /modulepreload" fetchpriority="low" crossorigin href="(\/assets\/[^"]+)"/.exec(
      await page.text(),
    )![1]!;
    for (const coding of ['br', 'gzip']) {
      const asset = await fetch(url + script, {
        headers: { 'accept-encoding': coding },
      });
      expect(asset.headers.get('content-encoding')).toBe(coding);
      expect(asset.headers.get('cache-control')).toContain('immutable');
      expect(asset.headers.get('x-content-type-options')).toBe('nosniff');
    }
  });
});

describe('without colour', () => {
  /** Shape and word of every status on the page. */
  const marks = (page: Page) =>
    page.evaluate(() =>
      [...document.querySelectorAll('main svg[viewBox="0 0 16 16"] + span')].map((word) => {
        const path = word.previousElementSibling!.querySelector('path');
        const shape = ['d', 'fill', 'stroke-dasharray'].map((name) => path?.getAttribute(name)).join('|');
        return { word: word.textContent!.split(',')[0]!.trim(), shape };
      }),
    );

  it('every status has a shape and a word of its own', async () => {
    const shapes = new Map<string, Set<string>>();
    const look = async (page: Page, { path }: Place) => {
      await page.goto(path);
      await settled(page);
      for (const { word, shape } of await marks(page)) {
        expect(word).not.toBe('');
        shapes.set(word, (shapes.get(word) ?? new Set()).add(shape));
      }
    };
    await tour(browser, {}, pages, look);
    expect(shapes.size).toBeGreaterThan(2);
    for (const [word, own] of shapes) expect([word, own.size]).toEqual([word, 1]);
    expect(new Set([...shapes.values()].flatMap((own) => [...own])).size).toBe(shapes.size);
  }, 240_000);
});

describe('right to left, with longer words', () => {
  /** Links and buttons in the window whose middle is covered by another one. */
  const covered = (page: Page) =>
    page.evaluate(() => {
      const own = 'main a, main button, header a, header button';
      return [...document.querySelectorAll<HTMLElement>(own)].flatMap((one) => {
        const { left, right, top, bottom } = one.getBoundingClientRect();
        const [x, y] = [(left + right) / 2, (top + bottom) / 2];
        const on = document.elementFromPoint(x, y);
        const other = on?.closest('a, button');
        const apart = !on || !other || one.contains(on) || on.contains(one) || other.closest('nav');
        return apart || right - left < 2
          ? []
          : [`${one.textContent?.trim()} under ${other.textContent?.trim()}`];
      });
    });

  it.each([{ phone: false }, { phone: true }])(
    'nothing overflows or overlaps, phone $phone',
    async (look) => {
      const found: string[] = [];
      const visit = async (page: Page, { name, path }: Place) => {
        await page.goto(path);
        await settled(page);
        expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl');
        if (await tooWide(page)) found.push(`${name}: scrolls sideways`);
        found.push(...(await covered(page)).map((pair) => `${name}: ${pair}`));
      };
      const complaints = await tour(browser, look, pages, visit, (context) =>
        context.addInitScript(() => localStorage.setItem('waymark-language', 'qps')),
      );
      expect(found).toEqual([]);
      expect(complaints).toEqual([]);
    },
    240_000,
  );
});

describe('the bar at the top', () => {
  it('stays clear of what scrolls under it, wherever a link ends up on some day', async () => {
    const { context, page } = await openWindow(browser);
    await admit(context, 'karl');
    const { path } = pages.find(({ name }) => name === 'objective')!;
    await arrive(page, path);
    const found = new Set<string>();
    const height = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
    for (let at = 0; at < height; at += 9) {
      await page.evaluate((y) => scrollTo(0, y), at);
      for (const fault of await faults(page, ['target-size'])) found.add(`at ${at}: ${fault}`);
    }
    expect([...found]).toEqual([]);
    await context.close();
  }, 120_000);
});
