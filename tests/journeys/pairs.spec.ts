import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, BrowserContext } from 'playwright-core';
import { enter, faults, openBrowser, openWindow } from './browser';
import { ask, objectiveNow, read, teamNamed } from './world';
import type { components } from '../../web/src/api/schema';

type Shapes = components['schemas'];

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

/** Published for this team now: a title that no other has, and one key result. */
async function publish(context: BrowserContext, team: string, title: string, keyResult: object) {
  const { items } = await read<Shapes['CycleList']>(context, '/cycles');
  return ask<Shapes['Objective']>(context, 'POST', '/objectives', {
    cycle_id: items.find(({ current }) => current)!.id,
    team_id: (await teamNamed(context, team)).id,
    title,
    key_results: [keyResult],
    publish: true,
  });
}

describe('two teams that want the opposite of one measure', () => {
  // [PAIR-3] [PAIR-4]
  it('are shown why to both, talk about it, and say why both stay', async () => {
    const one = await openWindow(browser);
    await enter(one.context, 'marek');
    const ours = await publish(one.context, 'Manufacturing', 'Keep the lime kiln lean', {
      title: 'Lower sacks of burnt lime from 90 to 20',
      baseline: 90,
      target: 20,
      unit: 'sacks',
    });
    const other = await openWindow(browser, { phone: true });
    await enter(other.context, 'dora');
    const theirs = await publish(other.context, 'Sales', 'Never say no to a mason', {
      title: 'Raise sacks of burnt lime from 90 to 200',
      baseline: 90,
      target: 200,
      unit: 'sacks',
    });

    await one.page.goto(`/objectives/${ours.id}`);
    const card = one.page.getByRole('region', { name: 'One that it meets' });
    await card.getByText('May pull against each other').waitFor();
    await card.getByText('no value is both', { exact: false }).waitFor();
    expect(await faults(one.page)).toEqual([]);
    await card
      .getByRole('button', {
        name: `Start a talk about “${ours.title}” and “${theirs.title}”`,
      })
      .click();
    await card.getByLabel('What should be talked about?', { exact: false }).fill('Whose kiln is it?');
    await card.getByRole('button', { name: 'Send', exact: true }).click();
    await card.getByText('Whose kiln is it?').waitFor();

    await other.page.goto(`/objectives/${theirs.id}`);
    const theirCard = other.page.getByRole('region', {
      name: 'One that it meets',
    });
    await theirCard.getByText('Whose kiln is it?').waitFor();
    await theirCard
      .getByRole('button', {
        name: `Both stay: “${theirs.title}” and “${ours.title}”`,
      })
      .tap();
    await theirCard.getByLabel('Both stay, because …').fill('They are two kilns.');
    await theirCard.getByRole('button', { name: 'Both stay', exact: true }).tap();
    await theirCard.getByText('They are two kilns.').waitFor();
    expect(await faults(other.page)).toEqual([]);

    await other.page.goto('/alignment');
    await other.page
      .getByRole('region', { name: 'Where two objectives meet' })
      .getByText('They are two kilns.')
      .waitFor();
    expect(await faults(other.page)).toEqual([]);
    expect((await objectiveNow(one.context, ours)).state).toBe('published');
    expect([...one.complaints, ...other.complaints]).toEqual([]);
  });
});

describe('what comes from one’s own past', () => {
  // [SUGGEST-1] [SUGGEST-2] [SUGGEST-3]
  it('is taken into what is written, dropped, and turned off', async () => {
    const { context, page, complaints } = await openWindow(browser);
    await enter(context, 'lena');
    await page.goto('/write');
    const card = page.getByRole('region', { name: 'From your own past' });
    const opener = page.getByRole('button', { name: 'From your own past' });
    if ((await opener.getAttribute('aria-expanded')) === 'false') await opener.click();
    await card.getByText('Your KPI “Open complaints” stands at', { exact: false }).waitFor();
    expect(await faults(page)).toEqual([]);
    await card.getByRole('button', { name: 'Take: Open complaints' }).click();
    await card.getByRole('button', { name: 'Take: Open complaints' }).waitFor({ state: 'detached' });
    expect(await page.getByLabel('Key result 1').first().inputValue()).toBe(
      'Bring Open complaints back into its range',
    );
    expect(complaints).toEqual([]);
  });
});
