import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { enter, faults, openBrowser, openWindow, settled } from './browser';

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
      .getByRole('heading', { name: /check-in/ })
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
