import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, BrowserContext } from 'playwright-core';
import { enter, faults, openBrowser, openWindow, settled, url } from './browser';
import type { components } from '../../web/src/api/schema';
import { read } from './world';

type Shapes = components['schemas'];

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

const send = async (context: BrowserContext, path: string, data: unknown) => {
  const answer = await context.request.post(`/api/v1${path}`, { data, headers: { Origin: url } });
  expect(answer.status()).toBe(201);
};

/** Iris mentions Karl on an objective of the company. */
async function mention(text: string) {
  const { context } = await openWindow(browser);
  await enter(context, 'iris');
  const { items } = await read<{ items: Shapes['PersonLine'][] }>(context, '/people?text=karl');
  const { company } = await read<Shapes['MyWeek']>(context, '/my-week');
  await send(context, `/objectives/${company[0]!.id}/comments`, { text, mention_ids: [items[0]!.id] });
}

describe('the inbox', () => {
  it('hears of a mention at once, and is worked through by keyboard', async () => {
    const { context, page, complaints } = await openWindow(browser);
    await enter(context, 'karl');
    await page.goto('/inbox');
    await settled(page);
    await page.waitForTimeout(500);
    await mention('Karl, would the plants come along?');
    const notice = page.getByRole('link', { name: /Karl, would the plants come along\?/ });
    await notice.waitFor({ timeout: 5000 });
    await page.getByRole('link', { name: /new notice/ }).waitFor();
    expect(await faults(page)).toEqual([]);

    await page.keyboard.press('j');
    expect(await notice.evaluate((link) => link === document.activeElement)).toBe(true);
    await page.keyboard.press('e');
    await notice.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await notice.waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/objectives\//);
    await page.goto('/inbox?show=all');
    await notice.waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('u');
    await page.goto('/inbox');
    await notice.waitFor();
    expect(complaints).toEqual([]);
  });

  it('lets a notice rest, and says when nothing is left', async () => {
    const { context, page } = await openWindow(browser, { phone: true });
    await mention('Karl, a word about the annex?');
    await enter(context, 'karl');
    await page.goto('/inbox');
    const notice = page.getByRole('listitem').filter({ hasText: 'Karl, a word about the annex?' });
    await notice.getByRole('button', { name: 'Remind me tomorrow morning' }).click();
    await notice.waitFor({ state: 'detached' });
    const rest = page.getByRole('button', { name: 'Mark all as done' });
    if (await rest.isVisible()) await rest.click();
    await page.getByRole('heading', { name: 'Nothing waits for you' }).waitFor();
    expect(await faults(page)).toEqual([]);
  });

  it('shows only the kinds one wants', async () => {
    const { context, page } = await openWindow(browser);
    await enter(context, 'karl');
    const wanted = async () =>
      (await read<Shapes['NoticeSettings']>(context, '/me/notice-settings')).items.find(
        ({ kind }) => kind === 'acknowledged',
      )!.inbox;
    await page.goto('/inbox/settings');
    const choice = page.getByRole('checkbox', { name: 'My check-ins read: In the inbox' });
    await choice.click();
    await expect.poll(wanted).toBe(false);
    await expect.poll(() => choice.isChecked()).toBe(false);
    await page.reload();
    await choice.waitFor();
    expect(await choice.isChecked()).toBe(false);
    await choice.click();
    await expect.poll(wanted).toBe(true);
    await expect.poll(() => choice.isChecked()).toBe(true);
  });

  it('tells the week of a team', async () => {
    const { context, page } = await openWindow(browser);
    await enter(context, 'ana');
    await page.goto('/digest');
    await page.getByRole('heading', { level: 2, name: 'Engineering' }).waitFor();
    await page
      .getByText(/of \d+ key results checked in/)
      .first()
      .waitFor();
    expect(await faults(page)).toEqual([]);
  });
});
