import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import type { components } from '../../web/src/api/schema';
import { enter, faults, openBrowser, openWindow, settled } from './browser';
import { tooWide } from './tour';
import { read, teamNamed, week } from './world';

type LateList = components['schemas']['LateList'];

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

describe('who has not yet checked in', () => {
  // [NOT-28]
  it('is reminded from the cycle page with one press, and once a day', async () => {
    const { context, page, complaints } = await openWindow(browser);
    await enter(context, 'hugo');
    const { cycle } = await week(context);
    await page.goto(`/cycles/${cycle.id}`);
    await settled(page);
    const late = page.getByRole('region', { name: /not yet checked in/ });
    await late.waitFor();
    expect(await faults(page)).toEqual([]);
    await late.getByRole('button', { name: /^Remind (one|all)/ }).click();
    await page.getByText(/^Reminded: /).waitFor();
    await late.getByText('Reminded today').first().waitFor();
    const { items } = await read<LateList>(context, `/cycles/${cycle.id}/late-check-ins`);
    expect(items.some(({ reminded }) => reminded)).toBe(true);
    expect(complaints).toEqual([]);
  });

  // [NOT-28]
  it('stands on the board of the team for everybody, and only who may reminds', async () => {
    const { context, page, complaints } = await openWindow(browser, {
      phone: true,
    });
    await enter(context, 'karl');
    const { cycle } = await week(context);
    const { id } = await teamNamed(context, 'Engineering');
    await page.goto(`/teams/${id}`);
    await settled(page);
    const { items } = await read<LateList>(context, `/cycles/${cycle.id}/late-check-ins?team=${id}`);
    expect(items.flatMap(({ may }) => may)).toEqual([]);
    const late = page.getByRole('region', { name: /not yet checked in/ });
    expect(await late.count()).toBe(items.length > 0 ? 1 : 0);
    expect(await late.getByRole('button').count()).toBe(0);
    expect(await tooWide(page)).toBe(false);
    expect(complaints).toEqual([]);
  });
});
