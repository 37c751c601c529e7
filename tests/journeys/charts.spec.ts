import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { enter, openBrowser, openWindow, settled, type Look } from './browser';
import { read, week, writeOne } from './world';

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

/** Words of charts that are cut at an edge, or that run into each other. */
const faultsOfCharts = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('svg[data-chart]')].flatMap((chart) => {
      const frame = chart.getBoundingClientRect();
      const words = [...chart.querySelectorAll('text')].map((text) => ({
        text: text.textContent,
        box: text.getBoundingClientRect(),
      }));
      const cut = words.filter(({ box }) => box.left < frame.left - 1 || box.right > frame.right + 1);
      const mixed = words.filter(({ box }, at) =>
        words
          .slice(at + 1)
          .some(
            ({ box: other }) =>
              Math.abs(other.top - box.top) < 4 && other.left < box.right && box.left < other.right,
          ),
      );
      return [...cut, ...mixed].map(({ text }) => text);
    }),
  );

const looks: Look[] = [{}, { language: 'de' }, { phone: true }, { phone: true, language: 'de' }];

describe.each(looks)('charts with phone $phone, language $language', (look) => {
  it('say every day and every figure whole', async () => {
    const { context, page } = await openWindow(browser, look);
    await enter(context, 'ana');
    const { due, not_due } = await week(context);
    const kpis = await read<{ items: { id: string }[] }>(context, '/kpis?limit=1');
    const objective = [...due, ...not_due][0]!.objective_id;
    const paths = [`/objectives/${objective}`, `/kpis/${kpis.items[0]!.id}`, '/dashboard'];
    for (const path of paths) {
      await page.goto(path);
      await settled(page);
      await page.locator('svg[data-chart] text').first().waitFor();
      expect(await faultsOfCharts(page), path).toEqual([]);
    }
    await context.close();
  });
});

it('a check-in says where the pace would have it in a round figure, on one line', async () => {
  const { context, page } = await openWindow(browser);
  await enter(context, 'ana');
  const { id } = await writeOne(context, 1);
  await page.goto(`/check-in?objective=${id}`);
  const told = page.getByText(/expected about/);
  expect(await told.textContent()).toMatch(/expected about \d+$/);
  expect((await told.boundingBox())!.height).toBeLessThan(24);
  await context.close();
});
