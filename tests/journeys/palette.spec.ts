import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { enter, faults, openBrowser, openWindow, settled, url, type Look } from './browser';
import { teamNamed, week } from './world';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function at(name: string, path: string, look: Look = {}) {
  const window = await openWindow(browser, look);
  await enter(window.context, name);
  await window.page.goto(path);
  await settled(window.page);
  return window;
}
const field = (page: Page) => page.getByRole('combobox', { name: 'Go somewhere, find something, do it' });
const option = (page: Page, name: string | RegExp) => page.getByRole('listbox').getByRole('option', { name });

async function open(page: Page) {
  await page.keyboard.press('Control+k');
  await field(page).waitFor();
}

describe('the palette', () => {
  it('goes, finds and does by keyboard alone, and leads back to the very place', async () => {
    const { context, page, complaints } = await at('ana', '/people');
    const link = page.locator('main a').first();
    await link.focus();
    await open(page);
    await page.keyboard.type('okr');
    await page.keyboard.press('Escape');
    await field(page).waitFor({ state: 'detached' });
    expect(await link.evaluate((node) => node === document.activeElement)).toBe(true);

    await open(page);
    await page.keyboard.type('engineering');
    await option(page, /^Engineering/)
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Engineering' }).waitFor();

    await open(page);
    await option(page, 'Engineering').waitFor();
    await page.keyboard.type('write an obj');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/write/);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('answers while one types', async () => {
    const { context, page } = await at('ana', '/okrs');
    await open(page);
    const started = Date.now();
    const answer = page.waitForResponse((one) => one.url().includes('/search?'));
    await page.keyboard.type('c');
    await answer;
    const ms = Date.now() - started;
    console.log(`first results of the palette after ${ms} ms`);
    expect(ms).toBeLessThan(1000);
    await context.close();
  });

  it.each<Look>([{ scheme: 'light' }, { scheme: 'dark' }, { scheme: 'dark', phone: true }])(
    'has no faults when it is open: theme $scheme, phone $phone',
    async (look) => {
      const { context, page, complaints } = await at('cam', '/okrs', look);
      await page.getByRole('button', { name: 'Search or do' }).click();
      await option(page, 'Check in').waitFor();
      expect(await faults(page)).toEqual([]);
      await page.keyboard.type('re');
      await option(page, /./).nth(3).waitFor();
      expect(await faults(page)).toEqual([]);
      await page.keyboard.type(' zzz');
      await page.getByText(/^Nothing you may see/).waitFor();
      expect(await faults(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'New', exact: true }).click();
      await page.getByRole('link', { name: 'Objective', exact: true }).waitFor();
      expect(await faults(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await context.close();
    },
  );

  it('leads to what was learned, in a retro or at a closing', async () => {
    const { context, page, complaints } = await at('karl', '/okrs');
    await open(page);
    await page.keyboard.type('inventory month');
    await option(page, /An inventory is old after a month/).click();
    await page.waitForURL(/\/learnings\?from=/);
    await page.locator('li[aria-current=true]', { hasText: 'An inventory is old after a month.' }).waitFor();
    expect(await faults(page)).toEqual([]);
    await page.getByRole('link', { name: 'All learnings' }).click();
    await page.waitForURL((address) => !address.search.includes('from'));
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('leads to the note of a check-in', async () => {
    const { context, page } = await at('karl', '/okrs');
    const ready = async () => {
      const found = await context.request.get('/api/v1/search?text=brewery+atex&kind=check_in');
      return ((await found.json()) as { items: unknown[] }).items.length;
    };
    await expect.poll(ready, { timeout: 15_000 }).toBeGreaterThan(0);
    await open(page);
    await page.keyboard.type('brewery atex');
    await option(page, /brewery moved its slot/)
      .first()
      .click();
    await page.waitForURL(/\/objectives\/\w{13}#\w{13}$/);
    await page.locator('li[aria-current=true]', { hasText: 'ATEX paper' }).waitFor();
    expect(await faults(page)).toEqual([]);
    await context.close();
  });

  it('opens the comment it was asked for', async () => {
    const { context, page } = await at('karl', '/okrs');
    await open(page);
    await page.keyboard.type('comment');
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: 'Which objective do you want to comment on?' }).waitFor();
    await page.keyboard.type('adapter');
    await option(page, /Let plants read us without an adapter/).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/#comment$/);
    await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
    await context.close();
  });

  it('finds a draft only for those whom it concerns', async () => {
    const ana = await at('ana', '/okrs');
    const { cycle } = await week(ana.context);
    const team = await teamNamed(ana.context, 'Engineering');
    const made = await ana.context.request.post('/api/v1/objectives', {
      data: { title: 'Enchant the xylophone auditors', cycle_id: cycle.id, team_id: team.id },
      headers: { Origin: url, 'Idempotency-Key': crypto.randomUUID() },
    });
    expect(made.status()).toBe(201);
    await open(ana.page);
    await ana.page.keyboard.type('xyloph');
    await option(ana.page, /Enchant the xylophone auditors.*Draft/).waitFor();
    const dora = await at('dora', '/okrs');
    await open(dora.page);
    await dora.page.keyboard.type('xyloph');
    await dora.page.getByText(/^Nothing you may see/).waitFor();
    const { id } = (await made.json()) as { id: string };
    await ana.context.request.delete(`/api/v1/objectives/${id}`, { headers: { Origin: url } });
    await ana.context.close();
    await dora.context.close();
  });
});

describe('the keys', () => {
  it('lead everywhere, are written on a sheet and can be switched off', async () => {
    const { context, page, complaints } = await at('ben', '/okrs');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('g');
    await page.keyboard.press('p');
    await page.getByRole('heading', { level: 1, name: 'People' }).waitFor();
    await page.getByRole('searchbox').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('gh?');
    expect(await page.getByRole('searchbox').inputValue()).toBe('gh?');
    await page.getByRole('searchbox').fill('Ben');
    await page.getByRole('link', { name: /^Ben / }).first().waitFor();
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/(people|teams)\/\w{13}/);
    await page.getByRole('searchbox').waitFor({ state: 'detached' });
    await settled(page);
    await page.keyboard.press('c');
    await page.getByRole('link', { name: 'Objective', exact: true }).waitFor();
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: /Your settings/ }).click();
    await page.getByRole('checkbox', { name: 'Single-key shortcuts' }).uncheck();
    await page.keyboard.press('Escape');
    const here = page.url();
    await page.keyboard.press('g');
    await page.keyboard.press('h');
    await page.keyboard.press('Control+k');
    await field(page).waitFor();
    expect(page.url()).toBe(here);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
