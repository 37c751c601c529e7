import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { enter, faults, openBrowser, openWindow, settled, url } from './browser';
import { teamNamed } from './world';

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

describe('people', () => {
  it('are found by name and by team, and lead to who they are', async () => {
    const { context, page, complaints } = await openWindow(browser);
    await enter(context, 'karl');
    const { id: team } = await teamNamed(context, 'Engineering');
    await page.goto('/people');
    await page.getByLabel('Find by name').fill('nguy');
    await page.getByRole('link', { name: /Cam Nguyen/ }).waitFor();
    await page.waitForURL(/text=nguy/);
    await page.goto(`/people?team=${team}`);
    await page.getByRole('link', { name: /Cam Nguyen/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Cam Nguyen' }).waitFor();
    await page.getByText(/Cam Nguyen is in \d+ open objectives? of/).waitFor();
    await page.getByRole('navigation', { name: 'Reporting line' }).getByText('Iris Halden').waitFor();
    expect(await page.getByRole('heading', { name: 'Away' }).count()).toBe(0);
    expect(await faults(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('say themselves when they are away, and take it back', async () => {
    const { context, page } = await openWindow(browser);
    await enter(context, 'uma');
    const { id } = (await (await context.request.get('/api/v1/me')).json()) as { id: string };
    await page.goto(`/people/${id}`);
    await page.getByLabel('From', { exact: true }).fill('2031-07-01');
    await page.getByLabel('Until').fill('2031-06-01');
    await page.getByRole('button', { name: 'Add these days' }).click();
    await page.getByText('An absence ends on the day it begins, or later.').first().waitFor();
    expect(await faults(page)).toEqual([]);
    await page.getByLabel('Until').fill('2031-07-12');
    await page.getByRole('button', { name: 'Add these days' }).click();
    await page.getByText('1 Jul 2031 to 12 Jul 2031').waitFor();
    await page.getByRole('button', { name: /Remove the absence/ }).click();
    await page.getByText('The absence was taken back.').waitFor();
  });
});

describe('the org tree', () => {
  it('is walked by keyboard alone', async () => {
    const { context, page } = await openWindow(browser);
    await enter(context, 'ben');
    await page.goto('/people/tree');
    const iris = page.getByRole('treeitem', { name: /Iris Halden/ });
    await iris.focus();
    await page.getByRole('treeitem', { name: /Ana Ruiz/ }).waitFor();
    await page.keyboard.press('ArrowRight');
    const ana = page.getByRole('treeitem', { name: /Ana Ruiz/ });
    await ana.focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('treeitem', { name: /Ben Keller/ }).waitFor();
    expect(await ana.getAttribute('aria-expanded')).toBe('true');
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-level'))).toBe('3');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    expect(await ana.getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Ana Ruiz' }).waitFor();
  });

  it('shows somebody who is looked for, on a phone too', async () => {
    const { context, page } = await openWindow(browser, { phone: true, scheme: 'dark' });
    await enter(context, 'ben');
    await page.goto('/people/tree');
    const find = page.getByRole('combobox', { name: 'Find a person' });
    await find.fill('Lars');
    await page.getByRole('option', { name: /Lars Holm/ }).waitFor();
    expect((await faults(page)).filter((fault) => !fault.startsWith('region'))).toEqual([]);
    await find.press('Enter');
    const lars = page.getByRole('treeitem', { name: /Lars Holm/ });
    await lars.waitFor();
    await page.waitForFunction(() => document.activeElement?.textContent?.includes('Lars Holm'));
    expect(await lars.getAttribute('aria-level')).toBe('4');
  });
});

describe('a team', () => {
  it('has its people beside its board', async () => {
    const { context, page } = await openWindow(browser);
    await enter(context, 'ana');
    await page.goto('/teams');
    await settled(page);
    await page.getByRole('link', { name: /^Quality/ }).click();
    await page.getByRole('navigation', { name: 'Views of this team' }).getByText('People').click();
    await page.getByRole('heading', { level: 1, name: 'Quality' }).waitFor();
    await page.getByRole('link', { name: /Kurt Maier/ }).waitFor();
    await settled(page);
    expect(await faults(page)).toEqual([]);
  });
});

describe('how figures come about', () => {
  it('is said to people beside the figures, in both languages', async () => {
    const { context, page, complaints } = await openWindow(browser);
    await enter(context, 'ana');
    await page.goto('/dashboard');
    await page.getByRole('link', { name: 'How figures come about' }).first().click();
    await page.waitForURL(/\/figures\?.*#team$|\/figures#team$/);
    await page.getByRole('heading', { level: 2, name: 'Figures of teams and of the company' }).waitFor();
    expect(await faults(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();

    const german = await openWindow(browser, { language: 'de', phone: true });
    await enter(german.context, 'ana');
    await german.page.goto('/figures');
    await german.page.getByRole('heading', { level: 1, name: 'Wie Zahlen entstehen' }).waitFor();
    expect(await faults(german.page)).toEqual([]);
    await german.context.close();
  });
});

describe('the guidelines', () => {
  it('are written by HR with a preview, and acknowledged', async () => {
    const hr = await openWindow(browser);
    await enter(hr.context, 'hugo');
    await hr.page.goto('/guidelines');
    await hr.page.getByRole('heading', { name: 'How we use OKRs at Halden' }).waitFor();
    await hr.page.getByRole('button', { name: 'Edit' }).click();
    const text = hr.page.getByLabel('Text', { exact: true });
    const line = `Look at this page again on day ${Date.now()}.`;
    await text.fill(`${await text.inputValue()}\n\n**${line}**\n`);
    await hr.page.locator('strong', { hasText: line }).waitFor();
    expect(await faults(hr.page)).toEqual([]);
    await hr.page.getByRole('button', { name: 'Publish this version' }).click();
    await hr.page.getByRole('button', { name: 'I have read this' }).click();
    await hr.page.getByText(/You read this version on/).waitFor();
    expect(hr.complaints).toEqual([]);

    const reader = await openWindow(browser);
    await enter(reader.context, 'karl');
    await reader.page.goto('/guidelines');
    await reader.page.getByText(line).waitFor();
    expect(await reader.page.getByRole('button', { name: 'Edit' }).count()).toBe(0);
  });

  it('show both versions when two people write at once', async () => {
    const { context, page, complaints } = await openWindow(browser);
    await enter(context, 'hugo');
    await page.goto('/guidelines');
    await page.getByRole('button', { name: 'Edit' }).click();
    const text = page.getByLabel('Text', { exact: true });
    const before = await text.inputValue();
    const [mine, theirs] = [`Mine ${Date.now()}.`, `Theirs ${Date.now()}.`];
    await text.fill(`${before}\n\n${mine}\n`);
    const { etag } = (await context.request.get('/api/v1/guidelines')).headers();
    const faster = await context.request.patch('/api/v1/guidelines', {
      data: { text: `${before}\n\n${theirs}\n` },
      headers: { Origin: url, 'If-Match': etag! },
    });
    expect(faster.status()).toBe(200);
    await page.getByRole('button', { name: 'Publish this version' }).click();
    const conflict = page.getByRole('alert');
    await conflict.getByText(theirs).waitFor();
    await conflict.getByText(mine).waitFor();
    expect(await faults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Go on with mine' }).click();
    await page.getByRole('button', { name: 'Publish this version' }).click();
    await page.getByText(mine, { exact: true }).waitFor();
    expect(complaints).toEqual([]);
  });
});
