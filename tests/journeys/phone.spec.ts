import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { enter, faults, openBrowser, openWindow, settled } from './browser';
import { teamNamed } from './world';

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

async function phone(name = 'ana') {
  const window = await openWindow(browser, { phone: true });
  await enter(window.context, name);
  return window;
}

it('the way to the inbox stands once, in reach of the thumb, with what is new', async () => {
  const { context, page, complaints } = await phone();
  await page.goto('/');
  await settled(page);
  const inbox = page.getByRole('link', { name: /^Inbox/ });
  expect(await inbox.count()).toBe(1);
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^Inbox, \d+ new notice/ })
    .click();
  await page.getByRole('heading', { name: 'Inbox', level: 1 }).waitFor();
  expect(await inbox.first().getAttribute('aria-current')).toBe('page');
  expect(await faults(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
});

it('the filter of the OKRs takes two lines, with all that it can do', async () => {
  const { context, page } = await phone();
  for (const tab of ['list', 'map']) {
    await page.goto(`/okrs?tab=${tab}`);
    const text = (await page.getByLabel('Words in the title').boundingBox())!;
    const views = (await page.getByRole('button', { name: 'Views' }).boundingBox())!;
    expect(views.y + views.height - text.y).toBeLessThan(100);
  }
  await page.goto('/okrs');
  await page.getByRole('button', { name: 'Filter' }).click();
  await page.locator('#overview-fields').getByLabel('Group by').selectOption('level');
  await page.waitForURL((address) => address.searchParams.get('group') === 'level');
  expect(await faults(page)).toEqual([]);
  await context.close();
});

it('the current one of many tabs is in view', async () => {
  const { context, page } = await phone('sam');
  await page.goto('/admin/audit');
  const current = (await page.locator('nav a[aria-current=page]', { hasText: 'Audit log' }).boundingBox())!;
  expect(current.x + current.width).toBeLessThan(391);
  await context.close();
});

it('the head of a board leaves room for its objectives', async () => {
  const { context, page } = await phone();
  const { id } = await teamNamed(context, 'Engineering');
  await page.goto(`/teams/${id}`);
  await settled(page);
  const tabs = (await page.getByRole('link', { name: 'Board', exact: true }).boundingBox())!;
  expect(tabs.y).toBeLessThan(844 / 3); // also where its figures take a second line
  expect(await faults(page)).toEqual([]);
  await context.close();
});
