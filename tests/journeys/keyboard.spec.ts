import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { openBrowser, settled } from './browser';
import { act, button, fill, kept, lands, reach, start, suggest, type } from './keyboard';
import { objectiveNow, writeForTeam } from './world';

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

const at = (name: string, path: string) => start(browser, name, path);
const unique = () => Date.now().toString(36);

describe('around every page', { timeout: 180_000 }, () => {
  it('content is one key away, and what opens gives the focus back', async () => {
    const { page } = await at('ana', '/');
    await act(page, page.getByRole('link', { name: 'Skip to content' }));
    await lands(page.locator('#main'));

    await act(page, button(page, /Your settings/), 'Enter', { back: true });
    await act(page, page.getByRole('radio', { name: 'As the system' }), 'ArrowDown');
    await page.locator('html[data-mantine-color-scheme=light]').waitFor();
    await page.keyboard.press('Escape');
    await lands(button(page, /Your settings/));

    await act(page, button(page, 'New'), 'Enter', { back: true });
    await lands(page.getByRole('link', { name: 'Objective', exact: true }));
    await page.keyboard.press('Escape');
    await lands(button(page, 'New'));

    await act(page, button(page, /Search or do/), 'Enter', { back: true });
    await page.getByRole('combobox', { name: /^Go somewhere/ }).waitFor();
    await page.keyboard.press('Escape');
    await lands(button(page, /Search or do/));
  });

  it('home leads to a check-in and back', async () => {
    const { page } = await at('ana', '/');
    await page.keyboard.press('c');
    await act(page, page.getByRole('link', { name: 'Check in', exact: true }));
    await page.waitForURL(/check-in/);
    await settled(page);
    await page.keyboard.press('Control+k');
    await fill(page, page.getByRole('combobox', { name: /^Go somewhere/ }), 'see');
    await page.keyboard.press('Escape');
    expect(new URL(page.url()).pathname).toBe('/check-in');
    await kept(page);
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { level: 1, name: /, Ana$/ }).waitFor();
    await kept(page);
  });
});

describe('OKRs four ways', { timeout: 180_000 }, () => {
  it('are filtered, walked, changed on the line and saved as a view', async () => {
    const { context, page } = await at('ana', '/okrs');
    const objective = await writeForTeam(context, 'Engineering', 'Walk every line');
    await page.reload();
    await type(page, page.getByLabel('Words in the title'), objective.title);
    const row = page.getByRole('row', { name: /Walk every line/ });
    await act(page, page.getByRole('row', { level: 1 }), 'ArrowDown');
    await lands(row);
    await page.keyboard.press('e');
    await lands(page.getByRole('textbox', { name: 'Objective' }));
    await page.keyboard.press('Escape');
    await lands(row);
    await page.keyboard.press('e');
    await fill(page, page.getByRole('textbox', { name: 'Objective' }), `${objective.title} twice`);
    await page.keyboard.press('Enter');
    await page.getByText('Changed. Everyone sees it now.').waitFor();
    await lands(row);

    await act(page, button(page, 'Filter'), 'Enter', { back: true });
    await reach(page, page.getByLabel('Level'));
    await page.keyboard.type('Teams');
    await act(page, button(page, 'Without: Teams'));
    await kept(page);
    await act(page, button(page, 'Show everything'), 'Enter');
    await kept(page);

    const name = `By keys ${unique()}`;
    await act(page, button(page, 'Views'), 'Enter', { back: true });
    await type(page, page.getByLabel('Name of the view'), name);
    await page.keyboard.press('Enter');
    await button(page, new RegExp(name)).waitFor();
    await kept(page);
    await act(page, button(page, new RegExp(name)), 'Enter', { back: true });
    await act(page, button(page, 'Delete'));
    await button(page, 'Views').waitFor();
    await kept(page);
  });

  it('are a list, a tree, a map and a timeline', async () => {
    const { page } = await at('ana', '/okrs');
    await act(page, page.getByRole('tab', { name: 'List' }), 'ArrowRight');
    await act(
      page,
      page.getByRole('treegrid', { name: /what supports what/ }).getByRole('row', { level: 1 }),
      'ArrowDown',
    );
    await kept(page);
    await act(page, page.getByRole('tab', { name: 'Tree' }), 'ArrowRight', { back: true });
    await act(page, button(page, 'Outline'));
    await act(page, page.getByRole('treeitem').first(), ' ');
    await button(page, 'Show all').waitFor();
    await act(page, page.getByRole('application', { name: 'Alignment map' }), 'Escape');
    await page.waitForURL((address) => !address.searchParams.has('focus'));
    await act(page, page.getByRole('tab', { name: 'Map' }), 'ArrowRight', { back: true });
    await act(page, page.getByRole('row', { level: 1 }).first(), 'ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/objectives\//);
    await lands(page.locator('#main'));
  });
});

describe('an objective', { timeout: 180_000 }, () => {
  it('is written, refused where it is wrong, and published', async () => {
    const { page } = await at('ana', '/write');
    const title = `Write with keys alone ${unique()}`;
    await type(page, page.getByLabel('Objective', { exact: true }), title);
    await type(page, page.getByLabel('Why it matters now'), 'A mouse is not for everybody.');
    await type(page, page.getByLabel('Key result 1').first(), 'Raise pages that need no mouse');
    await type(page, page.getByLabel('From', { exact: true }), '4');
    await type(page, page.getByLabel('To', { exact: true }), '4');
    await act(page, button(page, 'Publish'));
    await page.getByRole('alert').first().waitFor();
    await lands(page.locator('[aria-invalid=true]'));
    await type(page, page.getByLabel('To', { exact: true }), '40', { back: true });
    await act(page, button(page, 'Add a key result'));
    await type(page, page.getByLabel('Key result 2').first(), 'Be praised for it');
    await reach(page, page.getByLabel('Measured as').nth(1));
    await page.keyboard.type('Yes');
    await act(page, button(page, 'Publish'));
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await kept(page);
  });

  it('is worked on: help, an initiative, people, words, a reason for what changes', async () => {
    const { context, page } = await at('ana', '/');
    const objective = await writeForTeam(context, 'Engineering', 'Leave the mouse at home');
    await page.goto(`/objectives/${objective.id}`);
    await act(page, button(page, 'Write a comment'));
    await fill(page, page.getByRole('textbox', { name: 'Write a comment' }), 'Look, no hands.');
    await act(page, button(page, 'Comment'));
    await page.getByText('Look, no hands.').last().waitFor();
    await kept(page);

    await act(page, button(page, 'Name a contributor'));
    await suggest(page, 'Who contributes?', 'cam', /Cam Nguyen/);
    await act(page, button(page, 'Add'));
    await button(page, 'Thank Cam Nguyen').waitFor();
    await kept(page);
    await act(page, button(page, 'Thank Cam Nguyen'), 'Enter', { back: true });
    await fill(page, page.getByLabel('Thank Cam Nguyen for …'), 'For the longest cable.');
    await act(page, button(page, 'Thank'));
    await page.getByText('Thank you, Cam Nguyen!').waitFor();
    await kept(page);

    await act(page, button(page, 'Link to what it supports'));
    await suggest(page, 'Which objective does it support?', 'adapter', /adapter/);
    await act(page, button(page, 'Link'));
    await act(page, button(page, /^Remove the link to/), 'Enter', { back: true });
    await button(page, /^Remove the link to/).waitFor({ state: 'detached' });
    await kept(page);

    await act(page, button(page, 'Ask for help'));
    await fill(page, page.getByLabel('What stops us?'), 'The cable is short');
    await act(page, button(page, 'Ask for help'));
    await act(page, button(page, 'Resolve: The cable is short'), 'Enter', { back: true });
    await fill(page, page.getByLabel('What solved it?'), 'A longer one');
    await act(page, button(page, 'Resolve'));
    await page.getByText(/resolved on/).waitFor();
    await kept(page);

    await act(page, button(page, 'Ask another team for something'));
    await suggest(page, 'Whose objective gives it?', 'adapter', /adapter/);
    await type(page, page.getByLabel('What do we need?'), 'A plug');
    await act(page, button(page, 'Ask'));
    await act(page, button(page, 'Withdraw: A plug'), 'Enter', { back: true });
    await button(page, 'Withdraw: A plug').waitFor({ state: 'detached' });
    await kept(page);

    await act(page, button(page, 'Add an initiative'));
    await fill(page, page.getByLabel('What will we do?'), 'Measure the desk');
    await act(page, button(page, 'Add'));
    await act(page, button(page, 'Done: Measure the desk'), 'Enter', { back: true });
    await lands(button(page, 'Reopen: Measure the desk'));

    await act(page, button(page, 'Cancel this objective'));
    await page.getByLabel(/^Why is it cancelled/).waitFor();
    await act(page, button(page, 'Cancel'));
    await lands(button(page, 'Cancel this objective'));
    const { comments, blockers, initiatives } = await objectiveNow(context, objective);
    expect([comments.length, blockers.length, initiatives.length]).toEqual([2, 1, 1]);
  });

  it('and its key results are changed, with the reason asked for where it stands', async () => {
    const { context, page } = await at('ana', '/');
    const objective = await writeForTeam(context, 'Engineering', 'Say it better');
    await page.goto(`/objectives/${objective.id}`);
    await act(page, button(page, 'Edit'));
    await lands(page.getByLabel('Objective', { exact: true }));
    await act(page, button(page, 'Cancel'));
    await lands(button(page, 'Edit'));
    await page.keyboard.press('Enter');
    await fill(page, page.getByLabel('Objective', { exact: true }), `${objective.title} still`);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: `${objective.title} still` }).waitFor();
    await lands(button(page, 'Edit'));

    await act(page, button(page, /^Edit key result Reduce/));
    await type(page, page.getByLabel('To', { exact: true }), '2');
    await page.keyboard.press('Enter');
    await fill(page, page.getByLabel('Why does it change?'), 'One is silence');
    await page.keyboard.press('Enter');
    await page.getByRole('slider', { name: /^Walk through/ }).waitFor();
    await kept(page);
    expect((await objectiveNow(context, objective)).key_results[0]!.target).toBe(2);
  });

  it('is shared, voted for and published while it is a draft', async () => {
    const { context, page } = await at('ana', '/');
    const objective = await writeForTeam(context, 'Engineering', 'Pass it around', false);
    await page.goto(`/objectives/${objective.id}`);
    await act(page, button(page, 'Share with a person'));
    await suggest(page, 'With whom?', 'dora', /Dora/);
    await act(page, button(page, 'Share'));
    await button(page, 'Stop sharing with Dora Lindgren').waitFor();
    await kept(page);
    const guest = await at('dora', `/objectives/${objective.id}`);
    await act(guest.page, button(guest.page, 'I am for it'));
    await guest.page.getByText('1 vote for it').waitFor();
    await lands(button(guest.page, 'I am for it'));
    await act(page, button(page, 'Publish'), 'Enter', { back: true });
    await page.getByText('Published. Everyone can see it now.').waitFor();
    await kept(page);
  });
});
