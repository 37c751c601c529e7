import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { enter, faults, openBrowser, openWindow, settled, url } from './browser';
import { ask, teamNamed, week } from './world';

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

const unique = Date.now().toString(36);
const inDialog = (page: Page) => page.getByRole('dialog').filter({ visible: true });

describe('administration', () => {
  it('adds a person, who signs in with the link in a window of their own', async () => {
    const { context, page, complaints } = await openWindow(browser);
    await enter(context, 'hugo');
    await page.goto('/admin');
    await page.getByRole('button', { name: 'Add a person' }).click();
    const dialog = inDialog(page);
    await dialog.getByLabel('Name').fill('Wim Jansen');
    await dialog.getByLabel('E-mail').fill('no address');
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await dialog.getByText('An e-mail address looks like name@example.org.').first().waitFor();
    expect(await faults(page)).toEqual([]);
    await dialog.getByLabel('E-mail').fill(`wim-${unique}@halden.example`);
    await dialog.getByLabel('Reports to').fill('Stefan');
    await dialog.getByRole('option', { name: /Stefan Wolf/ }).click();
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await dialog.getByRole('button', { name: 'Make a sign-in link' }).click();
    const link = await dialog.getByLabel('Link for Wim Jansen').inputValue();
    expect(await faults(page)).toEqual([]);
    expect(complaints).toEqual([]);

    const wim = await openWindow(browser);
    await wim.page.goto(link);
    await wim.page.getByLabel('New password').fill('seven quiet harbours');
    await wim.page.getByRole('button', { name: 'Set password' }).click();
    await wim.page.getByRole('button', { name: /Your settings/ }).waitFor();
  });

  it('imports a file: a column is mapped, a wrong row is named, then it goes in whole', async () => {
    const { context, page, complaints } = await openWindow(browser);
    await enter(context, 'hugo');
    await page.goto('/admin/import');
    const csv = (rows: string) => ({
      name: 'okrs.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`Dream,Quarter,key result,team\n${rows}`),
    });
    const good = `Be the first name in calibration ${unique},2031-Q1,Raise callers from 3 to 9,Quality\n`;
    await page.locator('input[type=file]').setInputFiles(csv(`${good}Something,some day,,Quality\n`));
    await page
      .getByRole('alert')
      .getByText(/no column "objective"/)
      .waitFor();
    await page.getByLabel('Dream').selectOption('objective');
    await page.getByRole('heading', { name: 'Some rows cannot be read' }).waitFor();
    await page.getByRole('cell', { name: '3', exact: true }).waitFor();
    expect(await page.getByRole('button', { name: 'Bring it in' }).count()).toBe(0);
    expect(await faults(page)).toEqual([]);

    await page.locator('input[type=file]').setInputFiles(csv(good));
    await page.getByLabel('Dream').selectOption('objective');
    await page.getByRole('cell', { name: /Be the first name/ }).waitFor();
    await page.getByRole('button', { name: 'Bring it in' }).click();
    await page.getByRole('heading', { name: 'It is in' }).waitFor();
    const exported = await context.request.get('/api/v1/exports/okrs');
    expect(await exported.text()).toContain(`Be the first name in calibration ${unique}`);
    expect(complaints).toEqual([]);
  });

  it('moves a team and its cadence, and keeps what was agreed on', async () => {
    const { context, page } = await openWindow(browser, { phone: true });
    await enter(context, 'hugo');
    await page.goto('/admin/teams');
    await page.getByRole('button', { name: 'Add a team' }).click();
    await inDialog(page).getByLabel('Name').fill(`Calibration ${unique}`);
    expect(await faults(page)).toEqual([]);
    await inDialog(page).getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('button', { name: `Edit Calibration ${unique}` }).click();
    await inDialog(page).getByLabel('Check-ins').selectOption('monthly');
    await inDialog(page).getByLabel('Add somebody').fill('Emma');
    await inDialog(page)
      .getByRole('option', { name: /Emma Schulz/ })
      .click();
    await inDialog(page).getByRole('button', { name: 'Remove Emma Schulz from the team' }).waitFor();
    expect(await faults(page)).toEqual([]);
    await inDialog(page).getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').first().waitFor();

    await page.goto('/admin/organisation');
    await page.getByLabel('Vision').fill('Measuring devices that people trust without checking twice.');
    expect(await faults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').first().waitFor();
  });

  it('asks who takes over what somebody who leaves holds [OKR-103]', async () => {
    const { context, page } = await openWindow(browser);
    const name = `Soon Gone ${unique}`;
    await enter(context, 'hugo');
    const { id: leaver } = await ask<{ id: string }>(context, 'POST', '/people', {
      name,
      email: `gone-${unique}@halden.example`,
    });
    await enter(context, 'sam');
    await ask(context, 'PUT', `/people/${leaver}/roles`, { roles: ['auditor'] });
    await enter(context, 'ana');
    const { id: team } = await teamNamed(context, 'Engineering');
    const { cycle } = await week(context);
    const title = `Keep the bench running ${unique}`;
    const { id } = await ask<{ id: string }>(context, 'POST', '/objectives', {
      cycle_id: cycle.id,
      team_id: team,
      accountable_id: leaver,
      title,
      publish: true,
      key_results: [{ title: 'Raise hours without a stop from 40 to 80', baseline: 40, target: 80 }],
      contributor_ids: [],
    });
    await enter(context, 'hugo');
    await page.goto(`/admin/people?text=${encodeURIComponent(name)}`);
    await page.getByRole('button', { name: `Edit ${name}` }).click();
    const dialog = inDialog(page);
    await dialog.getByRole('button', { name: 'Leaves the organisation' }).click();
    await dialog.getByLabel(title).waitFor();
    expect(await faults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Yes, end access now' }).click();
    await page.getByText(`${name} has left.`).first().waitFor();

    await page.goto(`/objectives/${id}`);
    await page.getByText(`${name} (has left)`).first().waitFor();
    await page.goto(`/admin/people?left=true&text=${encodeURIComponent(name)}`);
    await page.getByRole('button', { name: `Edit ${name}` }).click();
    await dialog.getByLabel('Who takes it over?').fill('Felix');
    await dialog.getByRole('option', { name: /Felix Braun/ }).click();
    await dialog.getByRole('button', { name: 'Hand it over' }).click();
    await dialog.getByText(`Nothing waits for ${name}.`).waitFor();

    // Back again, they read what is not theirs any more. [PEO-13]
    await dialog.getByRole('button', { name: 'Comes back' }).click();
    await page.getByText('Not given back').first().waitFor();
    await page.getByText('the role Auditor').first().waitFor();
    expect(await faults(page)).toEqual([]);
    await page.goto(`/objectives/${id}`);
    await page.getByText('Felix Braun').first().waitFor();
    await ask(context, 'PUT', `/people/${leaver}/departure`);
  });

  it('shows both versions of a person whom somebody else changed meanwhile', async () => {
    const { context, page } = await openWindow(browser, { phone: true });
    await enter(context, 'sam');
    const name = `Twice Changed ${unique}`;
    const me = (await (await context.request.get('/api/v1/me')).json()) as { id: string };
    const made = await context.request.post('/api/v1/people', {
      data: {
        name,
        email: `twice.${unique}@halden.example`,
        title: 'Before',
        manager_id: me.id,
        team_ids: [],
        roles: [],
      },
      headers: { Origin: url },
    });
    const { id } = (await made.json()) as { id: string };
    await page.goto('/admin/people');
    await page.getByRole('searchbox').fill(name);
    await page.getByRole('button', { name: `Edit ${name}` }).click();
    await inDialog(page).getByLabel('Job title').fill('Mine');
    const seen = await context.request.get(`/api/v1/people/${id}`);
    await context.request.patch(`/api/v1/people/${id}`, {
      data: { name: `${name} II`, title: 'Theirs' },
      headers: { Origin: url, 'If-Match': seen.headers()['etag']! },
    });
    await inDialog(page).getByRole('button', { name: 'Save' }).click();
    const both = inDialog(page).getByRole('alert');
    await both.getByText('Mine', { exact: true }).waitFor();
    await both.getByText('Theirs', { exact: true }).waitFor();
    expect(await faults(page)).toEqual([]);
    await both.getByRole('button', { name: 'Go on with this choice' }).click();
    await inDialog(page).getByRole('button', { name: 'Save' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const now = await (await context.request.get(`/api/v1/people/${id}`)).json();
    expect(now).toMatchObject({ name: `${name} II`, title: 'Mine' });
    await context.close();
  });

  it('adds a cycle and moves it on', async () => {
    const { context, page } = await openWindow(browser, { scheme: 'dark' });
    await enter(context, 'sam');
    await page.goto('/admin/cycles');
    await page.getByRole('button', { name: 'Add a cycle' }).click();
    await inDialog(page).getByLabel('Name').fill(`Far ahead ${unique}`);
    await inDialog(page).getByLabel('Starts on').fill('2032-01-05');
    await inDialog(page).getByLabel('Ends on').fill('2032-04-02');
    expect(await faults(page)).toEqual([]);
    await inDialog(page).getByRole('button', { name: 'Add a cycle' }).click();
    await page.getByRole('button', { name: `Edit Far ahead ${unique}` }).click();
    expect(await faults(page)).toEqual([]);
    await inDialog(page).getByRole('button', { name: 'Start the cycle' }).click();
    await inDialog(page).getByRole('button', { name: 'Begin closing' }).waitFor();
    expect(await faults(page)).toEqual([]);
  });

  it('is kindly not there for others', async () => {
    const { context, page } = await openWindow(browser);
    await enter(context, 'ben');
    await page.goto('/admin/people');
    await page.getByRole('heading', { level: 1, name: 'This is kept by HR and administrators' }).waitFor();
    expect(await page.getByRole('button', { name: 'Add a person' }).count()).toBe(0);
    expect(await faults(page)).toEqual([]);
  });

  it('leaves a line that an auditor reads by name', async () => {
    const { context, page } = await openWindow(browser);
    await enter(context, 'olga');
    await page.goto('/admin');
    await page.getByRole('button', { name: 'Show older lines' }).waitFor();
    await page.getByLabel('About').selectOption('guidelines');
    await page
      .getByText(/Wrote version \d+ of the guidelines/)
      .first()
      .waitFor();
    await page.getByRole('link', { name: 'Hugo Brandt' }).first().click();
    await page.waitForURL(/actor=/);
    expect(await faults(page)).toEqual([]);
  });
});

describe('the own account', () => {
  it('makes a token that works, shows it once and ends it', async () => {
    const { context, page, complaints } = await openWindow(browser);
    await enter(context, 'theo');
    await page.goto('/settings/tokens');
    await page.getByLabel('What it is for').fill(`Report ${unique}`);
    await page.getByRole('button', { name: 'Make token' }).click();
    const secret = await page.getByLabel(`Secret of Report ${unique}`).inputValue();
    expect(await faults(page)).toEqual([]);
    const asked = () => fetch(`${url}/api/v1/me`, { headers: { Authorization: `Bearer ${secret}` } });
    expect((await asked()).status).toBe(200);
    await page.getByRole('button', { name: `End Report ${unique}` }).click();
    await page.getByRole('button', { name: `End Report ${unique}` }).waitFor({ state: 'detached' });
    expect((await asked()).status).toBe(401);
    await page.reload();
    await settled(page);
    expect(await page.getByText(secret).count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('ends another session, and says when a password is wrong', async () => {
    const first = await openWindow(browser);
    await enter(first.context, 'ralf');
    const { context, page } = await openWindow(browser, { phone: true });
    await enter(context, 'ralf');
    await page.goto('/settings');
    await page.getByLabel('Current password').fill('not this one');
    await page.getByLabel('New password').fill('seven quiet harbours');
    await page.getByRole('button', { name: 'Change password' }).click();
    await page.getByText('This is not your password.').first().waitFor();
    expect(await faults(page)).toEqual([]);
    const others = page.getByRole('button', { name: 'End', exact: true });
    for (let left = await others.count(); left > 0; left--) {
      await others.first().click();
      await expect.poll(() => others.count()).toBe(left - 1);
    }
    expect((await first.context.request.get('/api/v1/me')).status()).toBe(401);
  });
});
