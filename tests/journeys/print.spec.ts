import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { enter, openBrowser, openWindow, settled } from './browser';
import { read, teamNamed, week } from './world';

let browser: Browser;
let context: BrowserContext;
let page: Page;
let places: Record<string, string>;
beforeAll(async () => {
  browser = await openBrowser();
  ({ context, page } = await openWindow(browser, { scheme: 'dark' }));
  await enter(context, 'ana');
  const { id: team } = await teamNamed(context, 'Engineering');
  const { due, not_due, cycle } = await week(context);
  const { items } = await read<{ items: { id: string; name: string }[] }>(context, '/cycles');
  const earlier = items.find(({ id, name }) => id !== cycle.id && name.startsWith('Q'))!;
  const objective = [...due, ...not_due][0]!.objective_id;
  places = {
    objective: `/objectives/${objective}`,
    board: `/teams/${team}`,
    dashboard: '/dashboard',
    list: '/okrs',
    map: '/okrs?tab=map',
    closing: `/objectives/${objective}/close`,
    retro: `/teams/${team}/retro/${earlier.id}`,
    cycle: `/cycles/${cycle.id}`,
    digest: '/digest',
    guidelines: '/guidelines',
  };
});
afterAll(() => browser.close());

async function open(name: string) {
  await page.goto(places[name]!);
  await settled(page);
  await page.waitForLoadState('networkidle').catch(() => undefined);
  if (name === 'objective') await page.locator('svg[data-chart]').waitFor();
}

/** The sheets of a PDF, each with its width and height in points. */
async function sheets() {
  const text = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  return [...text.matchAll(/\/Type\s*\/Page\b[^s][\s\S]*?\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)].map(
    ([, width, height]) => `${Math.round(Number(width))} × ${Math.round(Number(height))}`,
  );
}

/** How bright the ground of an element is, from 0 to 255; what is clear shows the paper. */
const grounds = () =>
  page.evaluate(() =>
    [document.documentElement, document.body, ...document.querySelectorAll('.card')].map((element) => {
      const [red = 0, green = 0, blue = 0, alpha = 1] = getComputedStyle(element)
        .backgroundColor.match(/[\d.]+/g)!
        .map(Number);
      return alpha === 0 ? 255 : Math.min(red, green, blue);
    }),
  );

const pages = [
  'objective',
  'board',
  'dashboard',
  'list',
  'map',
  'closing',
  'retro',
  'cycle',
  'digest',
  'guidelines',
];

/** What fits on A4 between its margins, in pixels. */
const sheet = 1000;

describe.each(pages)('on paper, out of the dark theme: %s', (name) => {
  it('is light, without navigation or buttons, nothing wider than A4, on no more sheets than it fills', async () => {
    await open(name);
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 794, height: 1000 });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(Math.min(...(await grounds()))).toBeGreaterThan(240);
    const pressed = page.locator('nav, .button, [role=tablist]').filter({ visible: true });
    const names = await pressed.evaluateAll((found) => found.map((one) => one.getAttribute('aria-label')));
    // What an objective supports is said by links; on paper it is a line of text.
    expect(names.filter((label) => label !== 'Path')).toEqual([]);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await page.setViewportSize({ width: 1360, height: 850 });
    await page.emulateMedia({ media: null });
    const printed = await sheets();
    console.log(`${name} on paper: ${printed.length} of ${printed[0]}`);
    expect(new Set(printed)).toEqual(new Set([name === 'map' ? '842 × 595' : '595 × 842']));
    // One more than fits, for what is kept together.
    expect(printed.length).toBeLessThanOrEqual(Math.ceil(height / sheet) + 1);
  });
});

it('a list is printed with all its lines, and is a window again after', async () => {
  await open('list');
  await page.setViewportSize({ width: 1360, height: 300 });
  const lines = page.locator('[role=treegrid] [role=row]');
  const before = await lines.count();
  const all = Number(await page.getByRole('treegrid').getAttribute('aria-rowcount'));
  expect(before).toBeLessThan(all);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  expect(await lines.count()).toBe(all);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.waitForFunction((many) => document.querySelectorAll('[role=row]').length < many, all);
  await page.setViewportSize({ width: 1360, height: 850 });
});

it('the map is printed whole and light, and is as before after', async () => {
  await open('map');
  const theme = () => page.evaluate(() => document.documentElement.dataset.mantineColorScheme);
  const width = () => page.evaluate(() => document.querySelector('canvas')!.width);
  const before = [await theme(), await width()];
  expect(before[0]).toBe('dark');
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  expect([await theme(), await width()]).toEqual(['light', 3030]);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  expect([await theme(), await width()]).toEqual(before);
});
