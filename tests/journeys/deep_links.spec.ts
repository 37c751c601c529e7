import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { enter, openBrowser, openWindow, settled } from './browser';
import { writeOne } from './world';

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

async function at(path: string, name = 'ana') {
  const window = await openWindow(browser);
  await enter(window.context, name);
  await window.page.goto('/inbox');
  await settled(window.page);
  await window.page.goto(path);
  await settled(window.page);
  return window;
}

const says = (page: Page, key: string) => new URL(page.url()).searchParams.get(key);
const untilSaid = (page: Page, key: string) => page.waitForURL((address) => address.searchParams.has(key));
const plane = (page: Page) => page.getByRole('application', { name: 'Alignment map' });

/** What a colleague sees who opens the address that stands above the page. */
async function colleague(page: Page) {
  const other = await openWindow(browser);
  await enter(other.context, 'ben');
  await other.page.goto(page.url());
  await settled(other.page);
  return other.page;
}

describe('what is open on the list', () => {
  it('stands in the address, for a reload and for a colleague; Back leaves the page', async () => {
    const { page, complaints } = await at('/okrs');
    await page.getByRole('row', { expanded: false, level: 2 }).nth(0).focus();
    for (const key of ['ArrowRight', 'j', 'j', 'ArrowRight']) await page.keyboard.press(key);
    await untilSaid(page, 'opened');
    await page.getByRole('gridcell').getByRole('list').nth(1).waitFor();
    const group = page.getByRole('row', { expanded: true, level: 1 }).nth(1).getByRole('button');
    const name = (await group.getAttribute('aria-label'))!.replace('Close', 'Open');
    await group.click();
    await untilSaid(page, 'shut');
    await page.reload();
    for (const one of [page, await colleague(page)]) {
      await one.getByRole('button', { name, exact: true }).waitFor();
      expect(await one.getByRole('row', { expanded: false, level: 1 }).count()).toBe(1);
      expect(await one.getByRole('row', { expanded: true, level: 2 }).count()).toBe(2);
    }
    await page.getByRole('tab', { name: 'Timeline' }).click();
    await page.getByRole('button', { name, exact: true }).waitFor();
    await page.goBack();
    await page.goBack();
    await page.waitForURL(/\/inbox/);
    expect(complaints).toEqual([]);
  });

  it('is there again after a look at an objective, and left out of a saved view', async () => {
    const { page } = await at('/okrs');
    await page.getByRole('row', { expanded: false, level: 2 }).nth(0).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/objectives\//);
    await page.goBack();
    await page.getByRole('row', { expanded: true, level: 2 }).waitFor();
    await page.getByRole('link', { name: 'OKRs', exact: true }).first().click();
    await page.waitForURL((address) => !address.searchParams.has('opened'));
    await page.getByRole('row', { expanded: true, level: 2 }).waitFor({ state: 'detached' });
  });
});

it('what is shut in the tree stands in the address, also when everything is', async () => {
  const { page } = await at('/okrs?tab=tree');
  await page.getByRole('button', { name: 'Close all' }).click();
  await page.getByRole('row', { expanded: true }).first().waitFor({ state: 'detached' });
  await page.getByRole('row', { expanded: false }).first().focus();
  await page.keyboard.press('ArrowRight');
  await page.waitForURL((address) => (address.searchParams.get('branches')?.length ?? 0) > 1);
  const rows = await page.getByRole('row').count();
  await page.reload();
  await page.getByRole('row', { expanded: true }).first().waitFor();
  expect(await page.getByRole('row').count()).toBe(rows);
  await page.getByRole('button', { name: 'Open all' }).click();
  await page.waitForURL((address) => !address.searchParams.has('branches'));
});

describe('the window of the map', () => {
  const cards = (page: Page) =>
    page.evaluate(() =>
      [...document.querySelectorAll('[role=application] div[aria-hidden=true] > div')].map((card) => {
        const { x, y, width } = card.getBoundingClientRect();
        return [card.textContent, Math.round(x), Math.round(y), Math.round(width)].join('|');
      }),
    );

  it('stands in the address once the hand rests, and is the same after a reload', async () => {
    const { page, complaints } = await at('/okrs?tab=map');
    await plane(page).focus();
    for (let nearer = 0; nearer < 5; nearer++) await page.keyboard.press('+');
    const box = (await plane(page).boundingBox())!;
    await page.mouse.move(box.x + 300, box.y + 200);
    await page.mouse.down();
    for (let step = 1; step <= 20; step++)
      await page.mouse.move(box.x + 300 - step * 6, box.y + 200 + step * 3);
    const during = says(page, 'place');
    await page.waitForTimeout(300);
    expect(says(page, 'place')).toBe(during);
    await page.mouse.up();
    await page.waitForURL((address) => address.searchParams.get('place') !== during);
    const shown = await cards(page);
    expect(shown.length).toBeGreaterThan(0);
    await page.reload();
    await plane(page).waitFor();
    await page.waitForFunction(() =>
      document.querySelector('[role=application] div[aria-hidden=true] > div'),
    );
    expect(await cards(page)).toEqual(shown);
    await page.getByRole('button', { name: 'Outline' }).click();
    await untilSaid(page, 'outline');
    await page.reload();
    await page.getByRole('tree').waitFor();
    await page.getByRole('button', { name: 'Whole map' }).click();
    await page.waitForURL((address) => !address.searchParams.has('place'));
    await page.goBack();
    await page.waitForURL(/\/inbox/);
    expect(complaints).toEqual([]);
  });

  it('is left when another filter makes another map', async () => {
    const { page } = await at('/okrs?tab=map');
    await plane(page).focus();
    await page.keyboard.press('+');
    await untilSaid(page, 'place');
    await page.getByLabel('Words in the title').fill('plant');
    await page.waitForURL(({ searchParams }) => searchParams.has('text') && !searchParams.has('place'));
  });
});

it('the key result whose history is shown stands in the address of an objective', async () => {
  const { context, page } = await at('/');
  const { id, key_results } = await writeOne(context);
  await page.goto(`/objectives/${id}`);
  const { title } = key_results[1]!;
  await page.getByRole('link', { name: title }).click();
  await page.getByRole('heading', { name: title, level: 2 }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: title, level: 2 }).waitFor();
});

it('the branches of the org tree stand in the address', async () => {
  const { page } = await at('/people/tree');
  await page.getByRole('treeitem', { expanded: false }).first().focus();
  await page.keyboard.press('ArrowRight');
  await untilSaid(page, 'turned');
  const open = page.getByRole('treeitem', { expanded: true });
  await page.getByRole('treeitem', { expanded: true }).nth(1).waitFor();
  const count = await open.count();
  await page.reload();
  await open.nth(count - 1).waitFor();
  await page.getByRole('button', { name: 'Open all' }).click();
  await page.waitForURL((address) => address.searchParams.get('turned') === '*');
});

it('what is looked for among learnings, accounts and KPIs stands in the address', async () => {
  const { page } = await at('/learnings', 'sam');
  await page.getByLabel('Find in learnings').fill('calls');
  await page.waitForURL((address) => address.searchParams.get('text') === 'calls');
  await page.reload();
  expect(await page.getByLabel('Find in learnings').inputValue()).toBe('calls');
  await page.goto('/admin/people?left=true&text=zed');
  await page.getByText('Zed Young').first().waitFor();
  expect(await page.getByLabel('Find by name').inputValue()).toBe('zed');
  await page.goto('/kpis?archived=true');
  expect(await page.getByLabel('Health').inputValue()).toBe('archived');
  await page.goto('/admin/import?kind=people');
  expect(await page.getByLabel('What is in the file').inputValue()).toBe('people');
});
