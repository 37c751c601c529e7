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

const unique = (title: string) => `${title} (${Date.now().toString(36)})`;

describe('writing an OKR', () => {
  it('builds the sentence, takes advice and publishes; a colleague sees it appear', async () => {
    const { context, page, complaints } = await openWindow(browser);
    await enter(context, 'ana');
    const { id: team } = await teamNamed(context, 'Engineering');
    const colleague = await openWindow(browser);
    await enter(colleague.context, 'ben');
    await colleague.page.goto(`/teams/${team}`);
    await settled(colleague.page);

    const title = unique('Win back the trust of our pilot plants');
    await page.goto(`/write?team=${team}`);
    await page.getByLabel('Objective', { exact: true }).fill(title);
    await page.getByLabel('Why it matters now').fill('They talk to each other.');
    await page.getByLabel('Key result 1').first().fill('Raise pilot plants that would recommend us');
    await page.getByLabel('From', { exact: true }).fill('3');
    await page.getByLabel('To', { exact: true }).fill('10');
    await page.getByLabel('Unit').fill('plants');
    await page.getByText(/^We will win back the trust .* as measured by/).waitFor();
    await page.getByRole('button', { name: 'Add a key result' }).click();
    await page.getByLabel('Key result 2').first().fill('Be invited to the autumn round table');
    await page.getByLabel('Measured as').nth(1).selectOption({ label: 'Yes or no' });
    expect(await faults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    expect(await page.getByText('Raise pilot plants that would recommend us').first().isVisible()).toBe(true);
    await colleague.page.getByText(title).waitFor({ timeout: 5000 });
    expect(complaints).toEqual([]);
  });

  it('keeps a draft on the device, names the wrong field and loses nothing', async () => {
    const { context, page } = await openWindow(browser);
    await enter(context, 'ana');
    const { id: team } = await teamNamed(context, 'Engineering');
    const title = unique('Make reviews something people ask for');
    await page.goto(`/write?team=${team}`);
    await page.getByLabel('Objective', { exact: true }).fill(title);
    await page.getByLabel('Key result 1').first().fill('Reviews done within two days');
    await page.getByLabel('From', { exact: true }).fill('40');
    await page.getByLabel('To', { exact: true }).fill('40');
    await page.reload();
    await settled(page);
    expect(await page.getByLabel('Objective', { exact: true }).inputValue()).toBe(title);
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByRole('alert').first().waitFor();
    expect(await faults(page)).toEqual([]);
    await page.getByLabel('To', { exact: true }).fill('90');
    await page.getByRole('button', { name: 'Save as draft' }).click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByText('Published. Everyone can see it now.').waitFor();
  });

  it('begins with an example and is published within five minutes', async () => {
    const { context, page } = await openWindow(browser, { phone: true });
    await enter(context, 'lars');
    const began = performance.now();
    await page.goto('/write');
    await page.getByRole('button', { name: 'Start from an example' }).click();
    await page.getByLabel('Find an example').fill('productivity');
    await page.getByText('1 example', { exact: true }).waitFor();
    expect(await faults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Use this: Improve team productivity' }).click();
    const title = unique('Improve team productivity');
    await page.getByLabel('Objective', { exact: true }).fill(title);
    expect(await page.getByLabel(/^By \(%/).inputValue()).toBe('-15');
    await page.getByLabel('From', { exact: true }).first().fill('20');
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    const seconds = Math.round((performance.now() - began) / 1000);
    console.log(`a first objective from an example: ${seconds} s`);
    expect(seconds).toBeLessThan(300);
  });

  it('by two people at once shows both versions', async () => {
    const { context, page } = await openWindow(browser);
    await enter(context, 'ana');
    const { id: team } = await teamNamed(context, 'Engineering');
    const { items } = (await (await context.request.get('/api/v1/cycles')).json()) as {
      items: { id: string; current: boolean }[];
    };
    const title = unique('Be the place to learn firmware');
    const made = await context.request.post('/api/v1/objectives', {
      data: {
        cycle_id: items.find(({ current }) => current)!.id,
        team_id: team,
        title,
        key_results: [],
        contributor_ids: [],
      },
      headers: { Origin: url },
    });
    const { id } = (await made.json()) as { id: string };
    await page.goto(`/objectives/${id}`);
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByLabel('Objective', { exact: true }).fill(`${title}, mine`);

    const seen = await context.request.get(`/api/v1/objectives/${id}`);
    const raced = await context.request.patch(`/api/v1/objectives/${id}`, {
      data: { title: `${title}, theirs` },
      headers: { Origin: url, 'If-Match': seen.headers()['etag']! },
    });
    expect(raced.status()).toBe(200);
    await page.getByRole('button', { name: 'Save' }).click();
    const both = page.getByRole('alert');
    await both.getByText(`${title}, mine`).waitFor();
    await both.getByText(`${title}, theirs`).waitFor();
    expect(await faults(page)).toEqual([]);
    await both.getByRole('button', { name: 'Go on with mine' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { level: 1, name: `${title}, mine` }).waitFor();
  });
});
