import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { enter, faults, openBrowser, openWindow, settled } from './browser';
import type { components } from '../../web/src/api/schema';
import { nextValue, read, someoneToCheckIn } from './world';

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

describe('checking in', () => {
  it('is done by keyboard alone, and the server has it', async () => {
    const { context, page, complaints } = await openWindow(browser);
    const { path, keyResults } = await someoneToCheckIn(context);
    const first = keyResults[0]!;
    const value = nextValue(first);

    await page.goto(path);
    await page.getByRole('heading', { level: 1, name: first.title }).waitFor();
    await page.keyboard.type(String(value));
    await page.keyboard.press('Enter');
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
    await page.keyboard.type('7');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Two more of them this week.');
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press('Enter');
    for (const { title } of keyResults.slice(1)) {
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('s');
    }
    await page.getByRole('heading', { level: 1, name: 'Ready to send?' }).waitFor();
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: '1 check-in is in' }).waitFor();
    expect(await faults(page)).toEqual([]);

    const saved = await read<components['schemas']['KeyResult']>(context, `/key-results/${first.id}`);
    expect(saved.current).toBeCloseTo(value, 6);
    expect(saved.last_check_in?.what_happened).toBe('Two more of them this week.');
    expect(complaints).toEqual([]);
  });

  it('survives a closed tab and a lost connection', async () => {
    const { context, page } = await openWindow(browser);
    const { path, keyResults } = await someoneToCheckIn(context);
    const first = keyResults[0]!;
    await page.goto(path);
    await page.getByRole('heading', { level: 1, name: first.title }).waitFor();
    await page.keyboard.type(String(nextValue(first)));
    await page.keyboard.press('Enter');
    await page.keyboard.type('6');
    await page.close();

    const again = await context.newPage();
    await again.goto(path);
    await again.getByRole('heading', { level: 1, name: first.title }).waitFor();
    expect(await again.getByLabel('Now', { exact: true }).inputValue()).toBe(String(nextValue(first)));
    expect(await again.getByRole('radio', { name: '6' }).isChecked()).toBe(true);

    await context.setOffline(true);
    await again.getByText('You are offline.').waitFor();
    await again.keyboard.press('Control+Enter');
    for (let rest = keyResults.length - 1; rest > 0; rest--)
      await again.getByRole('button', { name: 'Skip' }).click();
    await again.getByRole('button', { name: /^Send 1/ }).click();
    await again.getByText('What you wrote is kept on this device.').waitFor();
    await context.setOffline(false);
    await again.getByRole('heading', { name: '1 check-in is in' }).waitFor();
  });

  it('shows in a second window within a second', async () => {
    const watching = await openWindow(browser);
    const writing = await openWindow(browser);
    const { keyResults } = await someoneToCheckIn(writing.context);
    const keyResult = keyResults[0]!;
    await enter(watching.context, 'iris');
    await watching.page.goto(`/objectives/${keyResult.objective_id}`);
    await settled(watching.page);
    const news = watching.page.getByText('Seen from the other window.');
    expect(await news.count()).toBe(0);
    await watching.page.waitForTimeout(500);

    const answer = await writing.context.request.post(`/api/v1/key-results/${keyResult.id}/check-ins`, {
      data: {
        value: nextValue(keyResult),
        confidence: 8,
        what_happened: 'Seen from the other window.',
      },
      headers: { Origin: new URL(watching.page.url()).origin },
    });
    const sent = performance.now();
    expect(answer.status()).toBe(201);
    await news.first().waitFor({ timeout: 5000 });
    const waited = Math.round(performance.now() - sent);
    console.log(`a check-in showed in the other window after ${waited} ms`);
    expect(waited).toBeLessThan(1000);
    expect(watching.complaints).toEqual([]);
  });
});
