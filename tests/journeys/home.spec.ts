import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { enter, faults, openBrowser, openWindow, settled, url } from './browser';
import { draftOf, read, week, writeOne } from './world';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function at(name: string, look = {}) {
  const window = await openWindow(browser, look);
  await enter(window.context, name);
  await window.page.goto('/');
  await settled(window.page);
  return window;
}

describe('home', () => {
  it('says what to do, what matters and what happened since the last visit', async () => {
    const { context, page, complaints } = await at('ana');
    await page.getByRole('heading', { level: 1, name: /Ana$/ }).waitFor();
    await page.getByText(/week \d+ of \d+/).waitFor();
    await page
      .getByRole('heading', { name: /check-in|You are up to date/ })
      .first()
      .waitFor();
    await page.getByRole('heading', { name: 'What matters this cycle' }).waitFor();
    const seen = page.waitForResponse((answer) => answer.url().endsWith('/my-visit') && answer.ok());
    await page.reload();
    await seen;
    const news = page
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: /^(Since|Earlier|In the last)/ }) });
    await news.getByRole('listitem').first().waitFor();
    expect(await faults(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('shows the vision above what the company wants', async () => {
    const { context, page } = await at('karl');
    const { vision } = await week(context);
    expect(vision).not.toBe('');
    const text = (await page.locator('aside').innerText()).replaceAll('\n', ' ');
    expect(text.indexOf(vision)).toBeGreaterThan(-1);
    expect(text.indexOf(vision)).toBeLessThan(text.search(/what matters this cycle/i));
    await context.close();
  });

  it('shows at once a draft that was shared, until one has said something', async () => {
    const cam = await openWindow(browser);
    await enter(cam.context, 'cam');
    const { id, title } = await draftOf(cam.context, 'Be the firmware that plants forget about');
    const karl = await at('karl');
    const me = await read<{ id: string }>(karl.context, '/me');
    const line = karl.page.getByRole('link', { name: `Cam Nguyen shares a draft with you: ${title}` });
    expect(await line.count()).toBe(0);
    await cam.context.request.put(`/api/v1/objectives/${id}/readers/${me.id}`, { headers: { Origin: url } });
    await line.waitFor({ timeout: 2000 });
    expect(await line.innerText()).toContain('Shared today');
    expect(await faults(karl.page)).toEqual([]);
    await line.click();
    await karl.page.getByRole('button', { name: 'I am for it' }).click();
    await karl.page.getByText('1 vote for it').waitFor();
    await karl.page.getByRole('link', { name: 'Home' }).first().click();
    await karl.page.getByRole('heading', { level: 1, name: /Karl$/ }).waitFor();
    await line.waitFor({ state: 'detached' });
    expect(karl.complaints).toEqual([]);
    await cam.context.request.delete(`/api/v1/objectives/${id}`, { headers: { Origin: url } });
    await cam.context.close();
    await karl.context.close();
  });

  it('leads from a mention to the comment, even where much was said since', async () => {
    const ana = await openWindow(browser);
    await enter(ana.context, 'ana');
    const objective = await writeOne(ana.context);
    const uma = await at('uma');
    const me = await read<{ id: string }>(uma.context, '/me');
    const say = (text: string, mention_ids: string[] = []) =>
      ana.context.request.post(`/api/v1/objectives/${objective.id}/comments`, {
        data: { text, mention_ids },
        headers: { Origin: url },
      });
    await say('Uma, whom should I ask about the brewery?', [me.id]);
    for (let i = 1; i <= 14; i++) await say(`Thought ${i}`);
    const line = uma.page.getByRole('link', { name: /^Ana Ruiz mentioned you: Uma, whom/ });
    await line.waitFor({ timeout: 3000 });
    await line.click();
    await uma.page.waitForURL(/\/objectives\/\w{13}#\w{13}$/);
    const comment = uma.page.locator('li[aria-current=true]', { hasText: 'about the brewery?' });
    await comment.waitFor();
    await expect.poll(() => comment.evaluate((node) => node.getBoundingClientRect().top)).toBeLessThan(850);
    expect(await faults(uma.page)).toEqual([]);
    expect(uma.complaints).toEqual([]);
    await ana.context.close();
    await uma.context.close();
  });

  it('unfolds the rest of the news', async () => {
    const { context, page } = await at('iris');
    const more = page.getByRole('button', { name: /^Show \d+ more$/ });
    await more.waitFor();
    const news = page.locator('section').filter({ has: more });
    expect(await news.getByRole('listitem').count()).toBe(7);
    const count = Number((await more.innerText()).match(/\d+/)![0]);
    await more.click();
    await expect.poll(() => page.locator('section li svg').count()).toBeGreaterThan(7);
    await more.waitFor({ state: 'detached' });
    expect(count).toBeGreaterThan(0);
    expect(await faults(page)).toEqual([]);
    await context.close();
  });

  it('names each page in its window, and tells a screen reader where one has arrived', async () => {
    const { context, page } = await at('ana');
    await expect.poll(() => page.title()).toMatch(/Ana · Waymark$/);
    await page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: 'Teams & people' })
      .click();
    await expect.poll(() => page.title()).toBe('Teams and people · Waymark');
    await page.getByRole('status').filter({ hasText: 'Teams and people' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    await context.close();
  });

  it('keeps the navigation folded', async () => {
    const { context, page } = await at('ben');
    await page.getByRole('button', { name: 'Fold navigation' }).click();
    await page.reload();
    await page.getByRole('button', { name: 'Unfold navigation' }).waitFor();
    await page.getByRole('link', { name: 'OKRs' }).first().waitFor();
    expect(await faults(page)).toEqual([]);
    await context.close();
  });

  it('has everything in reach of the thumb on a phone', async () => {
    const { context, page } = await at('ana', { phone: true, scheme: 'dark' });
    const bar = page.getByRole('navigation', { name: 'Quick access' });
    await bar.getByRole('button', { name: /^Me/ }).click();
    await page.getByRole('dialog', { name: 'Your settings' }).waitFor();
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await bar.getByRole('link', { name: 'Check in' }).click();
    await page.waitForURL(/check-in/);
    await context.close();
  });
});
