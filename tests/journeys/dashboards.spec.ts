import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Locator, Page } from 'playwright-core';
import type { components } from '../../web/src/api/schema';
import { enter, faults, openBrowser, openWindow, settled, url } from './browser';
import { nextValue, read, someoneToCheckIn, teamNamed, writeOne } from './world';

type Shapes = components['schemas'];

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

/** The page behind a link counts what the link says; what others do meanwhile may move it, so that it is looked at anew. */
async function leadsToAsMany(page: Page, link: () => Locator, count: (text: string) => string) {
  for (let tries = 1; ; tries++) {
    const text = await link().evaluate(
      (drawn) => drawn.querySelector('[aria-label]')?.getAttribute('aria-label') ?? drawn.textContent!,
    );
    await link().click();
    const said = page.getByRole('status').filter({ hasText: new RegExp(`^${count(text)}`) });
    try {
      await said.first().waitFor({ timeout: 3000 });
    } catch (failure) {
      if (tries === 3) throw failure;
    }
    const right = await said.count();
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Everybody' }).waitFor();
    if (right) return;
  }
}

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

  // [OKR-19]
  it('says at the mark of an objective why it stands as it does, on hover and on focus', async () => {
    const { context, page, complaints } = await openWindow(browser);
    await enter(context, 'iris');
    await page.goto('/dashboard');
    const mark = page.getByRole('button', { name: /^(At risk|Off track)/ }).first();
    const why = page.locator('[role=tooltip]:popover-open');
    await mark.hover();
    await why.filter({ hasText: /\d of \d (behind|with low confidence): / }).waitFor();
    await page.mouse.move(0, 0);
    await why.waitFor({ state: 'detached' });
    await mark.focus();
    await why.waitFor();
    expect(await faults(page)).toEqual([]);
    await page.goto('/okrs?at_risk=true');
    const line = page.getByRole('row', { level: 2 }).first();
    await line.focus();
    await why.filter({ hasText: /\d of \d (behind|with low confidence): / }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('leads from each figure to a list of exactly that many', async () => {
    const { context, page, complaints } = await openWindow(browser);
    await enter(context, 'iris');
    await page.goto('/dashboard?everybody=true');
    const counts = (figure: string) => page.getByRole('figure', { name: figure }).getByRole('link');
    await counts('Status').first().waitFor();
    for (let index = 0; index < (await counts('Status').count()); index++)
      await leadsToAsMany(
        page,
        () => counts('Status').nth(index),
        (text) => text,
      );
    const bar = (unit: string) => (text: string) => `${text.split(': ').at(-1)} ${unit}`;
    const spread = page.getByRole('figure', { name: 'Where key results stand today' });
    await leadsToAsMany(page, () => spread.getByRole('link', { name: /: \d+$/ }).last(), bar('key results?'));
    const unmeasured = spread.getByRole('link', { name: /never measured/ });
    if (await unmeasured.count())
      await leadsToAsMany(
        page,
        () => unmeasured,
        (text) => `${/^\d+/.exec(text)![0]} key results?`,
      );
    await leadsToAsMany(page, () => counts('Load').first(), bar('(people|person)'));
    await leadsToAsMany(
      page,
      () => counts('Confidence by week').first(),
      (text) => /\d+ check-ins?/.exec(text)![0],
    );
    const tile = (name: string) => () => page.getByRole('link', { name: new RegExp(`^${name}`) });
    const value = (unit: string) => (text: string) => `${/(\d+)(with|of) /.exec(text)![1]} ${unit}`;
    await leadsToAsMany(page, tile('Objectives'), value('objectives? of'));
    await leadsToAsMany(page, tile('At risk or off track'), value('objectives? of'));
    await leadsToAsMany(page, tile('Late'), value('key results?'));
    await leadsToAsMany(page, tile('At 0.7 or more'), (text) => `${/(\d+) of /.exec(text)![1]} key results?`);
    await page.getByRole('link', { name: 'At 0.7 or more' }).click();
    await page.getByRole('heading', { level: 1, name: 'Key results at 0.7 or more' }).waitFor();
    expect(await faults(page)).toEqual([]);
    await page.getByRole('link', { name: 'Back to the dashboard' }).click();
    await page.getByRole('heading', { level: 1, name: 'Everybody' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('says how its figures were a week ago', async () => {
    const { context, page } = await openWindow(browser);
    await enter(context, 'iris');
    const { since } = await read<Shapes['Dashboard']>(context, '/dashboard');
    await page.goto('/dashboard');
    const way = since!.progress!.by > 0 ? ' more than' : since!.progress!.by < 0 ? ' less than' : 'same as';
    const tile = page.getByRole('link', { name: /^Progress/ });
    await tile.getByText(new RegExp(`${way} last \\w+day$`)).waitFor();
    const { items } = await read<Shapes['CycleList']>(context, '/cycles');
    const closed = items.find(({ phase, kind }) => phase === 'closed' && kind === 'quarter')!;
    await page.goto(`/dashboard?cycle=${closed.id}`);
    await page.getByText('Spread of grades').first().waitFor();
    expect(await page.getByText(/ last \w+day$/).count()).toBe(0);
  });

  // [OKR-91]
  it('shows the teams of a department beside its own figures, and its list and file take them in', async () => {
    const { context, page, complaints } = await openWindow(browser);
    await enter(context, 'sam');
    const mark = Date.now().toString(36);
    const me = await read<{ id: string }>(context, '/me');
    const found = async (name: string, parent_id?: string) => {
      const answer = await context.request.post('/api/v1/teams', {
        data: { name: `${name} ${mark}`, kind: 'team', parent_id, lead_id: me.id },
        headers: { Origin: url },
      });
      return ((await answer.json()) as { id: string }).id;
    };
    const department = await found('Works');
    const team = await found('Lab', department);
    const title = `Answer every sample within a day ${mark}`;
    await writeOne(context, 1, [], { team_id: team, title });
    await page.goto(`/teams/${department}/dashboard`);
    await page.getByRole('heading', { name: 'Beside it: subteams and people' }).waitFor();
    const row = page.getByRole('row', { name: new RegExp(`^Lab ${mark}`) });
    expect(await row.getByRole('cell').first().textContent()).toBe('1');
    await page.goto(`/okrs?team=${department}`);
    await page.getByRole('button', { name: `Without: Works ${mark} with 1 subteam` }).waitFor();
    await page.getByText(/^1 objective of /).waitFor();
    await page.getByText(title).waitFor();
    const href = await page.getByRole('link', { name: 'CSV' }).getAttribute('href');
    expect(await (await context.request.get(href!)).text()).toContain(title);
    await page.goto(`/okrs?team=${department}&only_team=true`);
    await page.getByRole('button', { name: `Without: only Works ${mark}` }).waitFor();
    await page.getByText(/^0 objectives of /).waitFor();
    await page.goto(`/teams/${department}`);
    await page.getByRole('heading', { level: 1, name: `Works ${mark}` }).waitFor();
    await settled(page);
    expect(await page.getByText(title).count()).toBe(0);
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
