import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { enter, faults, openBrowser, openWindow, settled, url } from './browser';
import { nextValue, read, someoneToCheckIn, teamNamed } from './world';

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

describe('a dashboard', () => {
  it('shows change and run side by side, each chart also as a table', async () => {
    const { context, page, complaints } = await openWindow(browser);
    await enter(context, 'iris');
    await page.goto('/dashboard');
    await page.getByRole('heading', { level: 1, name: 'The company' }).waitFor();
    await page.getByRole('heading', { name: 'Run', exact: true }).waitFor();
    const chart = page.getByRole('figure', { name: 'Confidence by week' });
    await chart.getByRole('button', { name: 'Show as a table' }).click();
    await chart.getByRole('table').waitFor();
    expect(await faults(page)).toEqual([]);
    const saving = page.waitForEvent('download');
    await chart.getByRole('button', { name: /CSV/ }).click();
    expect((await saving).suggestedFilename()).toMatch(/^confidence-.*\.csv$/);
    const drawing = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Status: save as PNG' }).click();
    expect((await drawing).suggestedFilename()).toMatch(/^status-.*\.png$/);
    await page
      .getByRole('row', { name: /Engineering/ })
      .getByRole('link', { name: 'Engineering' })
      .click();
    await page.getByRole('heading', { level: 1, name: 'Engineering' }).waitFor();
    await page.getByRole('link', { name: 'Ben Keller' }).click();
    await page.getByRole('heading', { level: 1, name: 'Ben Keller' }).waitFor();
    expect(await page.getByText('At 0.7 or more').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('counts a check-in made elsewhere within a second', async () => {
    const watching = await openWindow(browser);
    const writing = await openWindow(browser);
    const { keyResults } = await someoneToCheckIn(writing.context);
    const keyResult = keyResults[0]!;
    await enter(watching.context, 'iris');
    await watching.page.goto('/dashboard');
    await settled(watching.page);
    await watching.page.waitForTimeout(500);
    const counted = watching.page.waitForResponse(
      (answer) => answer.url().includes('/api/v1/dashboard') && answer.ok(),
      { timeout: 5000 },
    );
    const answer = await writing.context.request.post(`/api/v1/key-results/${keyResult.id}/check-ins`, {
      data: { value: nextValue(keyResult), confidence: 7 },
      headers: { Origin: url },
    });
    const sent = performance.now();
    expect(answer.status()).toBe(201);
    await counted;
    expect(performance.now() - sent).toBeLessThan(1000);
  });

  it('leads a meeting through the OKRs of a team by arrow keys', async () => {
    const { context, page, complaints } = await openWindow(browser, { scheme: 'dark' });
    await enter(context, 'ana');
    const { id } = await teamNamed(context, 'Quality');
    await page.goto(`/teams/${id}/present`);
    await page.getByRole('heading', { level: 1, name: 'Quality' }).waitFor();
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press('ArrowRight');
    await page.getByText(/^1 of \d+$/).waitFor();
    await page.getByText('We will', { exact: true }).waitFor();
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press('ArrowLeft');
    await page.getByText(/^Start of \d+$/).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { level: 1, name: 'Quality' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/teams/${id}`);
    expect(complaints).toEqual([]);
  });
});

describe('a KPI', () => {
  it('is made, takes a value, leaves its limits and is put away', async () => {
    const { context, page, complaints } = await openWindow(browser);
    await enter(context, 'hugo');
    const name = `Open positions ${Date.now().toString(36)}`;
    await page.goto('/kpis');
    await page.getByRole('button', { name: 'New KPI' }).click();
    await page.getByLabel('Name').fill(name);
    await page.getByLabel('Better is').selectOption('lower');
    await page.getByLabel('Upper limit').fill('5');
    await page.getByLabel('Unit').fill('positions');
    expect(await faults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('link', { name }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await page.getByLabel('Value in positions').fill('four');
    await page.getByRole('button', { name: 'Enter', exact: true }).click();
    await page.getByText('Please write a number').waitFor();
    await page.getByLabel('Value in positions').fill('8');
    await page.getByRole('button', { name: 'Enter', exact: true }).click();
    await page.getByText('Out of range').waitFor();
    expect(await faults(page)).toEqual([]);
    const recover = page.getByRole('link', { name: 'Start a recovery objective' });
    expect(await recover.getAttribute('href')).toContain('title=');
    await page.getByRole('button', { name: 'Put away' }).click();
    await page.getByText('Put away. Its history stays.').waitFor();
    const { items } = await read<{ items: { name: string }[] }>(context, '/kpis?limit=200');
    expect(items.map((kpi) => kpi.name)).not.toContain(name);
    expect(complaints).toEqual([]);
  });
});
