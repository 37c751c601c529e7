import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { enter, faults, openBrowser, openWindow, settled } from './browser';
import { objectiveNow, writeForTeam } from './world';

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

const parent = 'Let plants read us without an adapter';

describe('what an objective supports', () => {
  it('is found by a few letters, linked, seen from both ends and taken back', async () => {
    const { context, page, complaints } = await openWindow(browser);
    await enter(context, 'ana');
    const objective = await writeForTeam(context, 'Engineering', 'Speak the language of plants');
    await page.goto(`/objectives/${objective.id}`);
    await page.getByRole('button', { name: 'Link to what it supports' }).click();
    await page.getByRole('combobox', { name: 'Which objective does it support?' }).fill('adapter');
    await page.getByRole('option', { name: parent }).click();
    await page.getByRole('button', { name: 'Link', exact: true }).click();
    const link = page.getByRole('complementary').getByRole('link', { name: parent });
    await link.waitFor();
    expect(await faults(page)).toEqual([]);
    expect((await objectiveNow(context, objective)).supports).toHaveLength(1);

    await link.click();
    await page.getByRole('heading', { level: 1, name: parent }).waitFor();
    await page.getByRole('complementary').getByRole('link', { name: objective.title }).click();
    await page.getByRole('heading', { level: 1, name: objective.title }).waitFor();
    await page.getByRole('button', { name: `Remove the link to ${parent}` }).click();
    await link.waitFor({ state: 'detached' });
    expect((await objectiveNow(context, objective)).supports).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

describe('something that another team has to give', () => {
  it('is asked for, declined with words, asked for again, promised and delivered', async () => {
    const giving = await openWindow(browser);
    await enter(giving.context, 'petra');
    const provider = await writeForTeam(giving.context, 'Quality', 'Calibrate what others build');
    const asking = await openWindow(browser, { phone: true });
    await enter(asking.context, 'ana');
    const objective = await writeForTeam(asking.context, 'Engineering', 'Build what can be calibrated');
    const { page } = asking;
    const ask = async (need: string) => {
      await page.getByRole('button', { name: 'Ask another team for something' }).click();
      await page.getByRole('combobox', { name: 'Whose objective gives it?' }).fill(provider.title);
      await page.getByRole('option', { name: provider.title }).click();
      await page.getByLabel('What do we need?').fill(need);
      await page.getByLabel('Until when?').fill('2031-06-30');
      await page.getByRole('button', { name: 'Ask', exact: true }).click();
      await page.getByRole('button', { name: `Withdraw: ${need}` }).waitFor();
    };
    await page.goto(`/objectives/${objective.id}`);
    await ask('Two days of the oven');

    await giving.page.goto(`/objectives/${provider.id}`);
    await settled(giving.page);
    await giving.page.getByRole('button', { name: 'Decline: Two days of the oven' }).click();
    await giving.page.getByLabel('Why not?').fill('The oven is away until May');
    await giving.page.getByRole('button', { name: 'Decline', exact: true }).click();
    await giving.page.getByText(/declined.*The oven is away until May/).waitFor();
    await page.getByText(/declined.*The oven is away until May/).waitFor();
    expect(await faults(page)).toEqual([]);

    await ask('One day of the oven in June');
    await giving.page.getByRole('button', { name: 'Confirm: One day of the oven in June' }).click();
    await page.getByText(/confirmed/).waitFor();
    await giving.page.getByRole('button', { name: 'Delivered: One day of the oven in June' }).click();
    await page.getByText(/delivered/).waitFor();
    expect(await faults(giving.page)).toEqual([]);
    expect(
      (await objectiveNow(asking.context, objective)).dependencies.map(({ state }) => state).sort(),
    ).toEqual(['declined', 'delivered']);
    expect([...asking.complaints, ...giving.complaints]).toEqual([]);
  });
});
