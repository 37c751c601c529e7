import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { enter, faults, openBrowser, openWindow, settled } from './browser';
import { objectiveNow, read, teamNamed, writeForTeam } from './world';

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

const unique = (title: string) => `${title} (${Date.now().toString(36)})`;

describe('ways back', () => {
  // [WRITE-1] [WRITE-2] [WRITE-3]
  it('Enter goes on, Ctrl+Enter publishes, and for ten seconds it can be taken back', async () => {
    const { context, page, complaints } = await openWindow(browser);
    await enter(context, 'ana');
    const { id: team } = await teamNamed(context, 'Engineering');
    const title = unique('Let writing be what it is');
    await page.goto(`/write?team=${team}`);
    await settled(page);
    const owners = await page.getByLabel('Whose objective is it?').locator('option').allTextContents();
    expect(owners).toContain('Engineering');
    expect(owners).not.toContain('Sales');
    // The first field has the focus already.
    await page.keyboard.type(title);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    await page.getByLabel('Key result 1').first().focus();
    await page.keyboard.type('Raise pages that are written in one go from 1 to 3');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).pathname).toBe('/write');
    await page.getByRole('button', { name: 'Add a key result' }).click();
    await page.keyboard.type('Cut pages that are thrown away from 9 to 2');
    expect(await page.getByLabel('Key result 2').first().inputValue()).toMatch(/^Cut pages/);
    await page.getByText('Read from the sentence.').nth(1).waitFor();
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    const published = new URL(page.url()).pathname.split('/').pop()!;
    await page.getByRole('button', { name: 'Take back' }).click();
    await page.getByText('It is a draft again.').waitFor();
    await page.getByRole('button', { name: 'Publish' }).waitFor();
    const now = await read<{ state: string; published_at: number | null }>(
      context,
      `/objectives/${published}`,
    );
    expect(now).toMatchObject({ state: 'draft', published_at: null });
    const other = await openWindow(browser);
    await enter(other.context, 'dora');
    expect((await other.context.request.get(`/api/v1/objectives/${published}`)).status()).toBe(404);
    expect(complaints).toEqual([]);
  });

  // [WRITE-4] [WRITE-5] [OKR-46] [CONNECT-29]
  it('an objective finds another owner on its own page, and a sentence keeps up with its measure', async () => {
    const { context, page, complaints } = await openWindow(browser);
    await enter(context, 'ana');
    const objective = await writeForTeam(context, 'Engineering', 'Go where it belongs');
    await page.goto(`/objectives/${objective.id}`);
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await page.getByLabel('Objective', { exact: true }).fill(`${objective.title} now`);
    expect(await page.getByLabel('Why does it change?').count()).toBe(0);
    await page.getByLabel('Belongs to').selectOption({ label: 'Ana Ruiz' });
    await page.getByLabel('Why does it change?').fill('Only I can do it');
    expect(await faults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: `${objective.title} now` }).waitFor();
    expect(await objectiveNow(context, objective)).toMatchObject({ level: 'person', team: null });

    await page.getByRole('button', { name: /^Edit key result Reduce/ }).click();
    await page.getByLabel('To', { exact: true }).fill('2');
    await page.getByRole('button', { name: 'Take this sentence' }).click();
    await page.getByLabel('Owner', { exact: true }).fill('cam');
    await page.getByRole('option', { name: /Cam Nguyen/ }).click();
    await page.getByLabel('Why does it change?').fill('One is below the noise of the room');
    expect(await faults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.locator('dd', { hasText: 'Cam Nguyen' }).first().waitFor();
    const [first] = (await objectiveNow(context, objective)).key_results;
    expect(first).toMatchObject({ target: 2, owner: { name: 'Cam Nguyen' } });
    expect(first!.title).toMatch(/to 2/);

    await page.getByRole('button', { name: 'Back to draft' }).click();
    await page.getByText('It is a draft again.').waitFor();
    expect(complaints).toEqual([]);
  });
});

describe('a KPI out of its range', () => {
  // [OKR-61]
  it('becomes an objective with its value, its limit and its unit, and is followed', async () => {
    const { context, page, complaints } = await openWindow(browser);
    await enter(context, 'ana');
    const { items } = await read<{
      items: { id: string; name: string; value: number; team: { name: string } | null }[];
    }>(context, '/kpis?health=out_of_range');
    const kpi = items[0]!;
    await page.goto(`/kpis/${kpi.id}`);
    await page.getByRole('link', { name: 'Start a recovery objective' }).click();
    await page.waitForURL(/\/write/);
    await settled(page);
    expect(await page.getByLabel('Key result 1').first().inputValue()).toContain(kpi.name);
    expect(await page.getByLabel('From', { exact: true }).first().inputValue()).not.toBe('');
    expect(await page.getByLabel('Follows the KPI').inputValue()).toBe(kpi.name);
    expect(await faults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save as draft' }).click();
    await page.waitForURL(/\/objectives\//);
    const { key_results } = await read<{ key_results: { kpi_id: string }[] }>(
      context,
      new URL(page.url()).pathname,
    );
    expect(key_results[0]!.kpi_id).toBe(kpi.id);
    expect(complaints).toEqual([]);
  });
});

describe('one way to save', () => {
  it('a person and their roles', async () => {
    const { context, page } = await openWindow(browser);
    await enter(context, 'sam');
    await page.goto('/admin/people?text=Theo%20Arnold');
    await page.getByRole('button', { name: /^Edit Theo Arnold/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('checkbox', { name: /^Auditor/ }).check();
    expect(await dialog.getByRole('button', { name: /^Save/ }).count()).toBe(1);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').first().waitFor();
    const { items } = await read<{ items: { id: string }[] }>(context, '/people?text=Theo%20Arnold');
    const { roles } = await read<{ roles: string[] }>(context, `/people/${items[0]!.id}`);
    expect(roles).toContain('auditor');
    await page.getByRole('button', { name: /^Edit Theo Arnold/ }).click();
    await dialog.getByRole('checkbox', { name: /^Auditor/ }).uncheck();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
  });
});
