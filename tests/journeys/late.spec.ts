import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import type { components } from '../../web/src/api/schema';
import { enter, faults, openBrowser, openWindow, settled } from './browser';
import { tooWide } from './tour';
import { ask, read, teamNamed, week } from './world';

type LateList = components['schemas']['LateList'];

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

describe('who has not yet checked in', () => {
  // [NOT-28]
  it('is reminded from the cycle page with one press, and once a day', async () => {
    const { context, page, complaints } = await openWindow(browser);
    await enter(context, 'hugo');
    const { cycle } = await week(context);
    await page.goto(`/cycles/${cycle.id}`);
    await settled(page);
    const late = page.getByRole('region', { name: /not yet checked in/ });
    await late.waitFor();
    expect(await faults(page)).toEqual([]);
    await late.getByRole('button', { name: /^Remind (one|all)/ }).click();
    await page.getByText(/^Reminded: /).waitFor();
    await late.getByText('Reminded today').first().waitFor();
    const { items } = await read<LateList>(context, `/cycles/${cycle.id}/late-check-ins`);
    expect(items.some(({ reminded }) => reminded)).toBe(true);
    expect(complaints).toEqual([]);
  });

  // [NOT-28] [NOT-24]
  it('is relieved of it from there, and reads to whom it went', async () => {
    const { context, page, complaints } = await openWindow(browser);
    await enter(context, 'hugo');
    const { cycle } = await week(context);
    const { items } = await read<LateList>(context, `/cycles/${cycle.id}/late-check-ins`);
    const { person, key_results } = items[0]!;
    const { id, title, owned } = key_results.find(({ may }) => may.includes('hand_over'))!;
    const felix = (await read<{ items: { id: string }[] }>(context, '/people?text=Felix%20Braun')).items[0]!
      .id;
    await page.goto(`/cycles/${cycle.id}`);
    await settled(page);
    const late = page.getByRole('region', { name: /not yet checked in/ });
    await late
      .getByRole('button', { name: `Hand over: ${title}` })
      .first()
      .click();
    await page.getByLabel(owned ? /^Who takes the key result/ : /^Who answers for/).fill('Felix');
    await page.getByRole('option', { name: /Felix Braun/ }).click();
    await page.getByLabel('Why', { exact: true }).fill('On the fair for two weeks.');
    expect(await faults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Hand over', exact: true }).last().click();
    await page.getByText('Handed over to Felix Braun.').first().waitFor();
    const after = await read<LateList>(context, `/cycles/${cycle.id}/late-check-ins`);
    const with_felix = after.items.find((one) => one.person.id === felix);
    expect(with_felix?.key_results.map((one) => one.id)).toContain(id);
    await ask(context, 'POST', `/people/${felix}/handovers`, {
      successor_id: person.id,
      objective_ids: owned ? [] : [key_results.find((one) => one.id === id)!.objective.id],
      key_result_ids: owned ? [id] : [],
      reason: 'Back from the fair.',
    });
    expect(complaints).toEqual([]);
  });

  // [NOT-28]
  it('stands on the board of the team for everybody, and only who may reminds', async () => {
    const { context, page, complaints } = await openWindow(browser, {
      phone: true,
    });
    await enter(context, 'karl');
    const { cycle } = await week(context);
    const { id } = await teamNamed(context, 'Engineering');
    await page.goto(`/teams/${id}`);
    await settled(page);
    const { items } = await read<LateList>(context, `/cycles/${cycle.id}/late-check-ins?team=${id}`);
    expect(items.flatMap(({ may }) => may)).toEqual([]);
    const late = page.getByRole('region', { name: /not yet checked in/ });
    expect(await late.count()).toBe(items.length > 0 ? 1 : 0);
    expect(await late.getByRole('button').count()).toBe(0);
    expect(await tooWide(page)).toBe(false);
    expect(complaints).toEqual([]);
  });
});
