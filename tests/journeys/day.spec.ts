import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { enter, openBrowser, openWindow, settled, url } from './browser';
import { day, zone } from './day';
import { week } from './world';

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

describe('the day that the journeys live on', () => {
  it('is the same for the page and for the server, and goes on', async () => {
    const { context, page } = await openWindow(browser);
    await enter(context, 'ana');
    await page.goto('/');
    await settled(page);
    const server = new Date((await fetch(`${url}/healthz`)).headers.get('date')!);
    const [read, made, later] = await page.evaluate(async () => {
      const seen = [Date.now(), new Date().getTime()];
      await new Promise((resolve) => setTimeout(resolve, 200));
      return [...seen, Date.now()];
    });
    expect(Math.abs(read! - server.getTime())).toBeLessThan(5_000);
    expect(made! - read!).toBeLessThan(100);
    expect(later! - read!).toBeGreaterThanOrEqual(199);
    expect(later! - read!).toBeLessThan(5_000);
    expect(
      await page.evaluate(
        () => new Date() instanceof Date && Date().includes(String(new Date().getFullYear())),
      ),
    ).toBe(true);
    if (day) expect(server.toISOString().slice(0, 10)).toBe(day);
    if (zone)
      expect(await page.evaluate(() => new Intl.DateTimeFormat().resolvedOptions().timeZone)).toBe(zone);
  });

  it('lies in the cycle that the product calls the running one', async () => {
    const { context, page } = await openWindow(browser);
    await enter(context, 'ana');
    const { cycle } = await week(context);
    await page.goto('/');
    const today = await page.evaluate(() => new Date().toISOString().slice(0, 10));
    expect(
      cycle.starts_on <= today && today <= cycle.ends_on,
      `${cycle.starts_on} ${today} ${cycle.ends_on}`,
    ).toBe(true);
  });
});
