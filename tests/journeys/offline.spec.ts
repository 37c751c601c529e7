import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { enter, faults, openBrowser, openWindow, password, settled, url } from './browser';
import type { components } from '../../web/src/api/schema';
import { nextValue, read, someoneToCheckIn, writeOne } from './world';

type Shapes = components['schemas'];

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

const workerStands = (page: Page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    return (await caches.keys()).length;
  });

const keptAnswers = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('waymark-kept-')).length);

/** Says the first of these and leaves out the rest; ends on the summary. */
async function sayOne(page: Page, keyResults: Shapes['KeyResult'][], what: string) {
  const first = keyResults[0]!;
  await page.getByRole('heading', { level: 1, name: first.title }).waitFor();
  await page.keyboard.type(String(nextValue(first)));
  await page.keyboard.press('Enter');
  await page.keyboard.type('6');
  await page.keyboard.press('Enter');
  await page.keyboard.type(what);
  await page.keyboard.press('Enter');
  for (const { title } of keyResults.slice(1)) {
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await page.getByRole('button', { name: 'Skip' }).click();
  }
  await page.getByRole('button', { name: /^Send 1/ }).waitFor();
}

describe('without a connection', () => {
  it('the app starts, a check-in is written, and it goes out once when the connection is back', async () => {
    const { context, page } = await openWindow(browser);
    const { path, keyResults } = await someoneToCheckIn(context);
    await page.goto(path);
    await settled(page);
    expect(await workerStands(page)).toBe(2);
    await page.close();

    await context.setOffline(true);
    const again = await context.newPage();
    await again.goto(path);
    await again.getByText('You are offline.').waitFor();
    await sayOne(again, keyResults, 'Written on the train.');
    expect(await faults(again)).toEqual([]);
    await again.getByRole('button', { name: /^Send 1/ }).click();
    await again.getByText('What you wrote is kept on this device.').waitFor();

    await context.setOffline(false);
    await again.getByRole('heading', { name: '1 check-in is in' }).waitFor();
    const { items } = await read<{ items: Shapes['CheckIn'][] }>(
      context,
      `/key-results/${keyResults[0]!.id}/check-ins`,
    );
    expect(items.filter(({ what_happened }) => what_happened === 'Written on the train.')).toHaveLength(1);
  });

  it('the check-in of one objective is there as well', async () => {
    const { context, page } = await openWindow(browser);
    await enter(context, 'ana');
    const { id, key_results } = await writeOne(context);
    await page.goto(`/check-in?objective=${id}`);
    await settled(page);
    await workerStands(page);
    await context.setOffline(true);
    await page.reload();
    await page.getByText('You are offline.').waitFor();
    await page.getByRole('heading', { level: 1, name: key_results[0]!.title }).waitFor();
  });

  it('a page that was never seen says so honestly', async () => {
    const { context, page } = await openWindow(browser);
    await enter(context, 'ana');
    await page.goto('/');
    await settled(page);
    await workerStands(page);
    await context.setOffline(true);
    await page.goto('/people');
    await page.getByRole('alert').waitFor({ timeout: 15_000 });
    expect(await page.getByRole('alert').textContent()).toContain('connection');
  });

  it('nothing of what somebody saw stays when they sign out', async () => {
    const { context, page } = await openWindow(browser);
    await enter(context, 'ana');
    await page.goto('/');
    await settled(page);
    expect(await keptAnswers(page)).toBeGreaterThan(1);
    await workerStands(page);
    const answers = await page.evaluate(async () => {
      const found: string[] = [];
      for (const name of await caches.keys())
        for (const { url: address } of await (await caches.open(name)).keys()) found.push(address);
      return found.filter((address) => new URL(address).pathname.startsWith('/api'));
    });
    expect(answers).toEqual([]);
    await page.getByRole('button', { name: /Your settings/ }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await keptAnswers(page)).toBe(0);
  });
});

describe('a sign-in that ends in the middle of a check-in', () => {
  it('keeps what was said, and after signing in again it is sent once', async () => {
    const { context, page } = await openWindow(browser);
    const { path, keyResults } = await someoneToCheckIn(context);
    const me = await read<Shapes['Me']>(context, '/me');
    await page.goto(path);
    await sayOne(page, keyResults, 'Said before the session ended.');
    await context.clearCookies();
    await page.getByRole('button', { name: /^Send 1/ }).click();
    await page.getByLabel('Work e-mail').fill(me.email);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.keyboard.press('Enter');
    await page.waitForURL((address) => address.pathname === '/check-in');
    await page.getByRole('heading', { level: 1, name: keyResults[0]!.title }).waitFor();
    expect(await page.getByLabel('What happened').inputValue()).toBe('Said before the session ended.');
    for (let rest = keyResults.length; rest > 0; rest--)
      await page
        .getByRole('button', { name: rest === keyResults.length ? 'Next' : 'Skip', exact: true })
        .click();
    await page.getByRole('button', { name: /^Send 1/ }).click();
    await page.getByRole('heading', { name: '1 check-in is in' }).waitFor();
    const { items } = await read<{ items: Shapes['CheckIn'][] }>(
      context,
      `/key-results/${keyResults[0]!.id}/check-ins`,
    );
    expect(
      items.filter(({ what_happened }) => what_happened === 'Said before the session ended.'),
    ).toHaveLength(1);
  });
});

it('the app can be installed: it has a name, icons and a start', async () => {
  const answer = await fetch(`${url}/manifest.webmanifest`);
  expect(answer.headers.get('content-type')).toBe('application/manifest+json');
  const manifest = (await answer.json()) as { name: string; start_url: string; icons: { src: string }[] };
  expect(manifest).toMatchObject({ name: 'Waymark', start_url: '/', display: 'standalone' });
  for (const { src } of manifest.icons) expect((await fetch(url + src)).status).toBe(200);
  const worker = await fetch(`${url}/sw.js`);
  expect(worker.headers.get('cache-control')).toBe('no-cache');
  expect(worker.headers.get('content-security-policy')).toContain("connect-src 'self'");
});
