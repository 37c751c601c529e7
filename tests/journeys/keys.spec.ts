import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { admit, enter, openBrowser, openWindow, settled } from './browser';

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

const pages = ['/', '/okrs', '/dashboard', '/kpis', '/people', '/learnings', '/inbox', '/write', '/digest'];

/** What the sheet of this page promises: each line with its keys. */
async function promised(page: Page) {
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await sheet.waitFor();
  const lines = await sheet.locator('dl > div').evaluateAll((all) =>
    all.map((line) => ({
      does: line.querySelector('dt')?.textContent ?? '',
      keys: [...line.querySelectorAll('kbd')].map((key) => key.textContent ?? ''),
    })),
  );
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
  return lines;
}

const focused = (page: Page) =>
  page.evaluate(() => {
    const one = document.activeElement;
    return one?.closest('#main') && one.id !== 'main' ? one.outerHTML.slice(0, 200) : '';
  });

describe('the sheet of keys', { timeout: 120_000 }, () => {
  it('promises on each page only what works there', async () => {
    for (const path of pages) {
      const { context, page } = await openWindow(browser);
      await admit(context, 'ana');
      await page.goto(path);
      await settled(page);
      await page.locator('#main').focus();
      const keys = (await promised(page)).flatMap((line) => line.keys);
      if (!keys.includes('J')) {
        expect(await page.locator('#main li a[href], #main tr a[href], #main [role=row]').count(), path).toBe(
          0,
        );
        continue;
      }
      await page.locator('#main').focus();
      await page.keyboard.press('j');
      const first = await focused(page);
      expect(first, `J on ${path}`).not.toBe('');
      await page.keyboard.press('j');
      await page.keyboard.press('k');
      expect(await focused(page), `J, J, K on ${path}`).toBe(first);
      await context.close();
    }
  });

  it('goes to each place, opens what is new, finds and filters', async () => {
    const { context, page } = await openWindow(browser);
    await enter(context, 'ana');
    await page.goto('/okrs');
    await settled(page);
    const lines = await promised(page);
    const pairs = lines.filter(({ keys }) => keys.length === 2 && keys[0] === 'G');
    expect(pairs.length).toBeGreaterThan(6);
    for (const { does, keys } of pairs) {
      await page.goto(does === 'OKRs' ? '/kpis' : '/okrs');
      await settled(page);
      const before = new URL(page.url()).pathname;
      await page.keyboard.press('g');
      await page.keyboard.press(keys[1]!.toLowerCase());
      await page.waitForURL((address) => address.pathname !== before);
    }
    await page.goto('/okrs');
    await settled(page);
    await page.keyboard.press('/');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    await page.keyboard.press('Escape');
    await page.locator('#main').focus();
    await page.keyboard.press('c');
    await page.getByRole('link', { name: 'Objective', exact: true }).waitFor();
  });
});

describe('Back', () => {
  it('returns to the line that was left', async () => {
    const { context, page } = await openWindow(browser);
    await enter(context, 'ana');
    await page.goto('/okrs');
    await settled(page);
    const rows = page.getByRole('row').filter({ has: page.locator('a[href*="/objectives/"]') });
    await rows.first().waitFor();
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.waitForTimeout(300);
    const row = rows.last();
    const title = (await row.locator('a').first().textContent())!;
    await row.locator('a').first().click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await page.goBack();
    const again = page.getByRole('row', { name: title.slice(0, 20) }).first();
    await again.waitFor();
    await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'row');
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);
    expect(await again.isVisible()).toBe(true);
  });
});

describe('a phone', () => {
  it('reaches every place of the navigation', async () => {
    const desk = await openWindow(browser);
    await enter(desk.context, 'sam');
    await desk.page.goto('/');
    const side = desk.page.getByRole('navigation', { name: 'Main' });
    await side.waitFor();
    const places = await side
      .getByRole('link')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    const { context, page } = await openWindow(browser, { phone: true });
    await admit(context, 'sam');
    await page.goto('/');
    await page.getByRole('button', { name: /Your settings/ }).click();
    const there = await page
      .locator('nav a, #settings a')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    for (const place of places) expect(there).toContain(place);
    expect(there).toContain('/admin');
    await page.locator('#settings').getByRole('link', { name: 'KPIs' }).click();
    await page.waitForURL(/\/kpis/);
  });
});
