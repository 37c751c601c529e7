import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { enter, faults, openBrowser, openWindow, settled } from './browser';
import { teamNamed, week } from './world';

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

it('an empty retro says when it is and what fills its columns, and can be written in', async () => {
  const { context, page, complaints } = await openWindow(browser);
  await enter(context, 'lena');
  const { id } = await teamNamed(context, 'Support');
  const { cycle } = await week(context);
  await page.goto(`/teams/${id}/retro/${cycle.id}`);
  await settled(page);
  const when = page.getByRole('heading', { name: /^Retro week is \d.* to \d/ });
  await when.waitFor();
  await page.getByText(/^Objectives that succeeded come here by themselves .* from \d/).waitFor();
  await page.getByText(/decided at the mid-cycle look on \d/).waitFor();
  const agree = page.getByText(/agree on three things at most/);
  await agree.waitFor();
  expect(await faults(page)).toEqual([]);

  await page.getByLabel('Add a line to “Next”').fill('Answer before lunch');
  await page.keyboard.press('Enter');
  await page.getByText('Answer before lunch').waitFor();
  await when.waitFor({ state: 'detached' });
  expect(await agree.count()).toBe(0);
  await page.getByRole('button', { name: 'Remove: Answer before lunch' }).click();
  await when.waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});
