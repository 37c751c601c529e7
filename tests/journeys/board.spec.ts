import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import type { components } from '../../web/src/api/schema';
import { enter, faults, openBrowser, openWindow, settled, url, type Look } from './browser';
import { read, teamNamed } from './world';

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

async function boardOf(name: string, team: string, look: Look = {}) {
  const window = await openWindow(browser, look);
  await enter(window.context, name);
  const { id } = await teamNamed(window.context, team);
  await window.page.goto(`/teams/${id}`);
  await settled(window.page);
  const aside = window.page.getByRole('complementary', { name: /What else is on the team/ });
  return { ...window, id, aside };
}

describe('a team board', () => {
  it('says beside the objectives what else the team has on its hands', async () => {
    const { page, aside, complaints } = await boardOf('karl', 'Engineering');
    await aside.getByRole('heading', { name: 'Load' }).waitFor();
    await aside.getByRole('link', { name: /Cam Nguyen \d+ objectives?/ }).waitFor();
    await aside.getByText(/climate chamber has been down/).waitFor();
    await aside.getByRole('heading', { name: 'Others wait for us' }).waitFor();
    expect(await aside.getByRole('heading', { name: 'We wait for others' }).count()).toBe(0);
    expect(await faults(page)).toEqual([]);
    await aside.getByRole('link', { name: /wiring diagrams/ }).click();
    await page.getByRole('heading', { level: 1, name: /pilots who forgive nothing/ }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('shows help that is needed elsewhere within a second, and that it came', async () => {
    const karl = await boardOf('karl', 'Engineering');
    const ben = await openWindow(browser);
    await enter(ben.context, 'ben');
    const board = await read<components['schemas']['TeamBoard']>(ben.context, `/teams/${karl.id}/board`);
    const { id, key_results } = board.objectives.find(({ key_results }) => key_results.length > 0)!;
    const text = `The oscilloscope is lent out (${Date.now().toString(36)})`;
    await karl.aside.getByRole('heading', { name: 'Help needed' }).waitFor();
    const send = { headers: { Origin: url } };
    const began = Date.now();
    const made = await ben.context.request.post(`/api/v1/objectives/${id}/blockers`, {
      data: { key_result_id: key_results[0]!.id, text },
      ...send,
    });
    await karl.aside.getByText(text).waitFor();
    console.log(`a blocker shows on another board after ${Date.now() - began} ms`);
    expect(Date.now() - began).toBeLessThan(1500);
    const { id: blocker } = (await made.json()) as { id: string };
    await ben.context.request.put(`/api/v1/blockers/${blocker}/resolution`, {
      data: { resolution: 'It is back.' },
      ...send,
    });
    await karl.aside.getByText(text).waitFor({ state: 'detached' });
  });

  it.each<Look>([{ scheme: 'dark' }, { phone: true }, { language: 'de', phone: true, scheme: 'dark' }])(
    'has no faults: theme $scheme, phone $phone, language $language',
    async (look) => {
      const { page } = await boardOf('dora', 'Sales', look);
      await page.getByRole('complementary').waitFor();
      expect(await faults(page)).toEqual([]);
      const width = look.phone ? 390 : 1360;
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    },
  );

  it('leaves out what is empty, and says how to begin', async () => {
    const { page, aside } = await boardOf('karl', 'Finance');
    await page.getByText('No OKRs in this cycle yet').waitFor();
    await aside.getByRole('heading', { name: 'Load' }).waitFor();
    expect(await aside.getByRole('heading').count()).toBe(1);
    expect(await faults(page)).toEqual([]);
  });
});
