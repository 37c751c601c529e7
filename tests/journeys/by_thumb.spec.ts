import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { enter, faults, openBrowser, openWindow, settled } from './browser';
import { tooWide } from './tour';
import { ask, objectiveNow, read, writeForTeam, writeOne } from './world';

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

/** In one hand: 390 points wide, by fingers alone. */
async function at(name: string, path: string) {
  const { context, page, complaints } = await openWindow(browser, { phone: true });
  await enter(context, name);
  await page.goto(path);
  await settled(page);
  return { context, page, complaints };
}
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const bar = (page: Page) => page.getByRole('navigation', { name: 'Quick access' });

/** No finger slips sideways, and nothing is wrong for those who cannot see it. */
async function good(page: Page) {
  expect(await tooWide(page)).toBe(false);
  await page.evaluate(() => scrollTo(0, 0));
  expect(await faults(page)).toEqual([]);
}

describe('on a phone', () => {
  it('home leads by taps to the week, OKRs, an objective and back', async () => {
    const { page, complaints } = await at('ana', '/');
    await page.getByRole('heading', { level: 1, name: /, Ana$/ }).waitFor();
    await page.getByRole('heading', { name: 'What matters this cycle' }).waitFor();
    await good(page);
    await page.locator('main a[href^="/objectives/"]').first().tap();
    await page.getByRole('heading', { level: 2, name: 'What happened' }).waitFor();
    await bar(page).getByRole('link', { name: 'OKRs' }).tap();
    await page.getByRole('tab', { name: 'Tree' }).tap();
    await page.getByRole('treegrid', { name: /what supports what/ }).waitFor();
    await good(page);
    await bar(page).getByRole('link', { name: 'Home' }).tap();
    await page.getByRole('heading', { level: 1, name: /, Ana$/ }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('a check-in run is done by taps, taken back and sent again', async () => {
    const { context, page, complaints } = await at('ana', '/');
    const objective = await writeOne(context, 2);
    await page.goto(`/check-in?objective=${objective.id}`);
    for (const { title } of objective.key_results) {
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      await page.getByLabel('Now', { exact: true }).fill('3');
      await page.getByRole('radio', { name: '7', exact: true }).tap();
      expect(await page.getByRole('radio', { name: '7', exact: true }).isChecked()).toBe(true);
      await page.getByLabel('What happened').fill('Two plants called.');
      await good(page);
      await button(page, 'Next').tap();
    }
    await page.getByRole('heading', { level: 1, name: 'Ready to send?' }).waitFor();
    await good(page);
    await button(page, 'Send 2 check-ins').tap();
    await page.getByRole('heading', { level: 1, name: '2 check-ins are in' }).waitFor();
    await good(page);
    await button(page, 'Undo').tap();
    await button(page, 'Send 2 check-ins').tap();
    await page.getByRole('heading', { level: 1, name: '2 check-ins are in' }).waitFor();
    expect((await objectiveNow(context, objective)).check_ins).toHaveLength(2);
    expect(complaints).toEqual([]);
  });

  it('an objective is worked on by taps', async () => {
    const { context, page, complaints } = await at('ana', '/');
    const objective = await writeForTeam(context, 'Engineering', 'Fit into a pocket');
    await page.goto(`/objectives/${objective.id}`);
    await settled(page);
    await good(page);
    await button(page, 'Ask for help').tap();
    await page.getByLabel('What stops us?').fill('The pocket is small');
    await page.getByRole('combobox', { name: 'Who can help?' }).fill('petra');
    await page.getByRole('option', { name: /Petra Novak/ }).tap();
    await button(page, 'Ask for help').tap();
    await button(page, 'Resolve: The pocket is small').tap();
    await page.getByLabel('What solved it?').fill('A larger one');
    await button(page, 'Resolve').tap();
    await page.getByText(/resolved on/).waitFor();
    await button(page, 'Add an initiative').tap();
    await page.getByLabel('What will we do?').fill('Measure pockets');
    await button(page, 'Add').tap();
    await button(page, 'Done: Measure pockets').tap();
    await button(page, 'Reopen: Measure pockets').waitFor();
    await button(page, 'Write a comment').tap();
    await page.getByRole('textbox', { name: 'Write a comment' }).fill('It fits.');
    await button(page, 'Comment').tap();
    await button(page, 'Take back').waitFor();
    await page.getByRole('link', { name: 'Pass both tests' }).tap();
    await page.getByRole('heading', { level: 2, name: 'Pass both tests' }).waitFor();
    await button(page, 'Show as a table').tap();
    await page.getByRole('figure').getByRole('table').waitFor();
    await good(page);
    await button(page, 'Edit').tap();
    await page.getByLabel('Why it matters now').fill('Pockets are everywhere.');
    await button(page, 'Save').tap();
    await page.getByText('Pockets are everywhere.').first().waitFor(); // and in the history, once that has come
    await good(page);
    expect(complaints).toEqual([]);
  });

  it('the inbox is worked through by taps', async () => {
    const iris = await openWindow(browser);
    await enter(iris.context, 'iris');
    const { company } = await read<{ company: { id: string }[] }>(iris.context, '/my-week');
    const { context, page, complaints } = await at('karl', '/');
    const me = await read<{ id: string }>(context, '/me');
    const text = `Karl, do you read this on the train? (${Date.now().toString(36)})`;
    await ask(iris.context, 'POST', `/objectives/${company[0]!.id}/comments`, { text, mention_ids: [me.id] });
    await bar(page).getByRole('link', { name: 'Inbox' }).tap();
    const notice = page.getByRole('listitem').filter({ hasText: text });
    await notice.waitFor();
    await good(page);
    await notice.getByRole('button', { name: 'Done' }).tap();
    await notice.waitFor({ state: 'detached' });
    await button(page, 'Undo').tap();
    await notice.waitFor();
    await notice.getByRole('link').tap();
    await page.waitForURL(/\/objectives\//);
    await page.getByText(text).first().waitFor();
    await bar(page).getByRole('link', { name: 'Inbox' }).tap();
    await page.getByRole('link', { name: 'All', exact: true }).tap();
    await notice.waitFor();
    await good(page);
    expect(complaints).toEqual([]);
  });
});
