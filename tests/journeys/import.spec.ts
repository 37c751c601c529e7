import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { enter, faults, openBrowser, openWindow, settled } from './browser';

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

it('asks where a fiscal year begins when a cycle is named after one, and shows which days that makes', async () => {
  const { context, page, complaints } = await openWindow(browser);
  await enter(context, 'hugo');
  await page.goto('/admin/import');
  await settled(page);
  const choose = (quarter: string) =>
    page.locator('input[type=file]').setInputFiles({
      name: 'okrs.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`objective,cycle,team\nBe read by every plant,${quarter},Quality\n`),
    });
  await choose('FY32-Q1');
  await page.getByText('1 Feb 2031 to 30 Apr 2031').waitFor();
  const month = page.getByLabel('Fiscal years begin in');
  await month.selectOption({ label: 'October' });
  await page.getByText('1 Oct 2031 to 31 Dec 2031').waitFor();
  expect(await month.inputValue()).toBe('10');
  expect(await faults(page)).toEqual([]);
  await choose('2032-Q1');
  await page.getByText('1 Jan 2032 to 31 Mar 2032').waitFor();
  expect(await month.count()).toBe(0);
  expect(complaints).toEqual([]);
  await context.close();
});
