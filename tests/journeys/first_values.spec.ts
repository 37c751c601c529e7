import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { enter, openBrowser, openWindow, settled } from './browser';
import { ask, writeOne } from './world';

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

// [OKR-93] [OKR-94]
describe('a baseline that nobody wrote', () => {
  it('is the first value, and the page says so', async () => {
    const { context, page, complaints } = await openWindow(browser);
    await enter(context, 'ana');
    const { id, key_results } = await writeOne(context, 0, [
      { title: 'Raise the on-time rate to 95 %', kind: 'percent', direction: 'rise', target: 95 },
    ]);
    await page.goto(`/objectives/${id}`);
    await page.getByText('no measure yet: it starts from the first value', { exact: true }).waitFor();

    const path = `/key-results/${key_results[0]!.id}/check-ins`;
    await ask(context, 'POST', path, { value: 90, confidence: 6 });
    await page.reload();
    await page.getByText(/^measured from 90%, the first value/).waitFor();
    await settled(page);
    expect(complaints).toEqual([]);
  });

  it('suggests no grade at the end where nothing was measured', async () => {
    const { context, page, complaints } = await openWindow(browser);
    await enter(context, 'ana');
    const { id } = await writeOne(context, 1);
    await page.goto(`/objectives/${id}/close`);
    await page.getByText('Nothing was measured: the grade is yours to judge.').waitFor();
    await settled(page);
    expect(complaints).toEqual([]);
  });
});
