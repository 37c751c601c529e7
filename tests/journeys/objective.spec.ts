import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { enter, faults, openBrowser, openWindow, settled, url } from './browser';
import { objectiveNow, writeForTeam } from './world';

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

async function choosePerson(page: Page, label: string, letters: string, name: string) {
  await page.getByRole('combobox', { name: label }).fill(letters);
  await page.getByRole('option', { name }).waitFor();
  expect(await faults(page)).toEqual([]);
  await page.keyboard.press('Enter');
}

describe('an objective', () => {
  it('has everything dealt with on its page', async () => {
    const { context, page, complaints } = await openWindow(browser);
    await enter(context, 'ana');
    const objective = await writeForTeam(context, 'Engineering', 'Be a quiet neighbour');
    await page.goto(`/objectives/${objective.id}`);
    await settled(page);

    await page.getByRole('button', { name: 'Ask for help' }).click();
    await page.getByLabel('What stops us?').fill('The lab is booked');
    await choosePerson(page, 'Who can help?', 'petra', 'Petra Novak');
    await page.getByRole('button', { name: 'Ask for help' }).click();
    await page.getByRole('button', { name: 'Resolve: The lab is booked' }).click();
    await page.getByLabel('What solved it?').fill('Petra gave us Tuesday');
    await page.getByRole('button', { name: 'Resolve', exact: true }).click();
    await page.getByText(/resolved on/).waitFor();

    await page.getByRole('button', { name: 'Add an initiative' }).click();
    await page.getByLabel('What will we do?').fill('Borrow a meter');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('button', { name: 'Done: Borrow a meter' }).click();
    await page.getByRole('button', { name: 'Reopen: Borrow a meter' }).waitFor();

    await page.getByRole('button', { name: 'Name a contributor' }).click();
    await choosePerson(page, 'Who contributes?', 'cam', 'Cam Nguyen');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('button', { name: 'Thank Cam Nguyen' }).click();
    await page.getByLabel('Thank Cam Nguyen for …').fill('For the weekend in the lab.');
    await page.getByRole('button', { name: 'Thank', exact: true }).click();
    await page.getByText('Thank you, Cam Nguyen!').waitFor();
    expect(await faults(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('shows both versions of an initiative that two people change at once', async () => {
    const { context, page, complaints } = await openWindow(browser);
    await enter(context, 'ana');
    const objective = await writeForTeam(context, 'Engineering', 'Borrow before we buy');
    const asked = { headers: { Origin: url }, data: { title: 'Borrow a meter' } };
    const path = `/api/v1/objectives/${objective.id}/initiatives`;
    const { id } = (await (await context.request.post(path, asked)).json()) as { id: string };
    await page.goto(`/objectives/${objective.id}`);
    await page.getByRole('button', { name: 'Edit: Borrow a meter' }).click();
    await page.getByLabel('What will we do?').fill('Borrow two meters');
    const faster = await context.request.patch(`/api/v1/initiatives/${id}`, {
      data: { title: 'Rent a meter', due_on: '2030-01-15' },
      headers: { Origin: url, 'If-Match': '"1"' },
    });
    expect(faster.status()).toBe(200);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const conflict = page.getByRole('alert');
    await conflict.getByText('Rent a meter').waitFor();
    await conflict.getByText('Borrow two meters').waitFor();
    await conflict.getByText(/2030/).waitFor();
    expect(await faults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Go on with this choice' }).click();
    expect(await page.getByLabel('By when?').inputValue()).toBe('2030-01-15');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Borrow two meters').waitFor();
    const { initiatives } = await objectiveNow(context, objective);
    expect(initiatives).toMatchObject([{ title: 'Borrow two meters', due_on: '2030-01-15' }]);
    expect(complaints).toEqual([]);
  });

  it('mentions by keyboard alone', async () => {
    const { context, page } = await openWindow(browser, { scheme: 'dark' });
    await enter(context, 'ana');
    const objective = await writeForTeam(context, 'Engineering', 'Say it once');
    await page.goto(`/objectives/${objective.id}`);
    await page.getByRole('button', { name: 'Write a comment' }).press('Enter');
    await page.waitForFunction(() => document.activeElement?.matches('textarea'));
    await page.keyboard.type('Look, @ben');
    await page.getByRole('option', { name: /^Ben/ }).first().waitFor();
    await page.evaluate(() => scrollTo(0, 0));
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.keyboard.type('here it is.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Take back' }).waitFor();
    const { comments } = await objectiveNow(context, objective);
    expect(comments[0]?.mentions.map(({ name }) => name)).toEqual([expect.stringMatching(/^Ben/)]);
    expect(comments[0]?.text).toMatch(/^Look, @Ben \S+ here it is\.$/);
  });

  it('changes a key result of each shape with a reason, and the chart marks it', async () => {
    const { context, page } = await openWindow(browser, { phone: true });
    await enter(context, 'ana');
    const objective = await writeForTeam(context, 'Engineering', 'Aim again');
    await page.goto(`/objectives/${objective.id}`);
    await page.getByRole('button', { name: /^Edit key result Reduce/ }).click();
    await page.getByLabel('To', { exact: true }).fill('2');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.locator('[aria-invalid=true]').waitFor();
    expect(await faults(page)).toEqual([]);
    await page.getByLabel('Why does it change?').fill('One is below the noise of the room');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const walk = page.getByRole('slider', { name: /^Walk through/ });
    await walk.focus();
    await page
      .getByText(/Target: 1 → 2/)
      .first()
      .waitFor();

    const [, steps] = objective.key_results;
    await page.goto(`/objectives/${objective.id}#${steps!.id}`);
    await page.getByRole('button', { name: /^Edit key result Pass/ }).click();
    await page.getByLabel('Milestones, one a line').fill('Lab\nField\nCustomer');
    await page.getByLabel('Why does it change?').fill('A customer asked');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText(/Lab, Field, Customer/).waitFor();
    expect((await objectiveNow(context, objective)).milestones).toHaveLength(3);
  });

  it('shows both versions of a key result that somebody else changed meanwhile', async () => {
    const { context, page } = await openWindow(browser, { scheme: 'dark' });
    await enter(context, 'ana');
    const objective = await writeForTeam(context, 'Engineering', 'Aim together');
    const { id, version } = objective.key_results[0]!;
    await page.goto(`/objectives/${objective.id}`);
    await page.getByRole('button', { name: /^Edit key result Reduce/ }).click();
    await page.getByLabel('To', { exact: true }).fill('2');
    await page.getByLabel('Why does it change?').fill('One is below the noise of the room');
    await context.request.patch(`/api/v1/key-results/${id}`, {
      data: { target: 3, unit: 'dB', reason: 'Measured again' },
      headers: { Origin: url, 'If-Match': `"${version}"` },
    });
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const both = page.getByRole('alert');
    await both.getByText('dB', { exact: true }).waitFor();
    expect(await faults(page)).toEqual([]);
    await both.getByRole('button', { name: 'Go on with this choice' }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await both.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /^Edit key result Reduce/ }).waitFor();
    expect((await objectiveNow(context, objective)).key_results[0]).toMatchObject({ target: 2, unit: 'dB' });
  });

  it('is shared and voted for while it is a draft', async () => {
    const { context, page } = await openWindow(browser);
    await enter(context, 'ana');
    const objective = await writeForTeam(context, 'Engineering', 'Try it first', false);
    const guest = await openWindow(browser);
    await enter(guest.context, 'dora');
    expect((await guest.context.request.get(`/api/v1/objectives/${objective.id}`)).status()).toBe(404);

    await page.goto(`/objectives/${objective.id}`);
    await page.getByRole('button', { name: 'Share with a person' }).click();
    await choosePerson(page, 'With whom?', 'dora', 'Dora Lindgren');
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    await page.getByRole('button', { name: 'Stop sharing with Dora Lindgren' }).waitFor();

    await guest.page.goto(`/objectives/${objective.id}`);
    await guest.page.getByRole('button', { name: 'I am for it' }).click();
    await guest.page.getByText('1 vote for it').waitFor();
    expect(await guest.page.getByRole('button', { name: 'I am for it' }).getAttribute('aria-pressed')).toBe(
      'true',
    );
    expect(await faults(guest.page)).toEqual([]);
    expect(await guest.page.getByRole('button', { name: 'Publish' }).count()).toBe(0);
  });
});
