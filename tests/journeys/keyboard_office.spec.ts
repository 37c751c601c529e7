import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, proveAgain } from './browser';
import { act, button, fill, kept, lands, reach, start, suggest, type } from './keyboard';
import { ask, teamNamed } from './world';

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

const at = (name: string, path: string) => start(browser, name, path);
const inDialog = (page: Page) => page.getByRole('dialog').filter({ visible: true });
const unique = () => Date.now().toString(36);
type Made = { id: string; title: string; key_results: { id: string }[] };

describe('the end of a cycle by keyboard alone', { timeout: 180_000 }, () => {
  it('is a look in the middle, a grade with causes, a retro and what was learned', async () => {
    const hugo = await at('hugo', '/');
    const cycle = await ask<{ id: string }>(hugo.context, 'POST', '/cycles', {
      name: `Keys ${unique()}`,
      kind: 'custom',
      starts_on: '2020-05-01',
      ends_on: '2020-05-31',
      phase: 'closing',
    });
    const { context, page } = await at('ana', '/');
    const { id: team } = await teamNamed(context, 'Engineering');
    const objective = await ask<Made>(context, 'POST', '/objectives', {
      cycle_id: cycle.id,
      team_id: team,
      title: `Close it by keys ${unique()}`,
      publish: true,
      key_results: [{ title: 'Raise answers from 40 to 80', baseline: 40, target: 80 }],
      contributor_ids: [],
    });
    const measured = { value: 40, confidence: 3 };
    await ask(context, 'POST', `/key-results/${objective.key_results[0]!.id}/check-ins`, measured);
    await page.goto(`/cycles/${cycle.id}`);
    await act(page, button(page, 'Change'));
    await type(page, page.getByLabel('What changes, and why?'), 'Fewer answers, better ones.');
    await act(page, button(page, 'Change').last());
    await page.getByText(/Fewer answers, better ones/).waitFor();
    await kept(page);
    await act(page, button(page, 'Keep'), 'Enter', { back: true });
    await page.getByText('Kept').waitFor();
    await kept(page);

    await page.goto(`/objectives/${objective.id}`);
    await act(page, page.getByRole('link', { name: 'Close', exact: true }));
    await page.getByText(/^The figures suggest/).waitFor();
    await act(page, page.getByRole('radio', { name: '0.0' }), 'ArrowRight');
    await act(page, page.getByRole('radio', { name: 'Weak' }), 'ArrowDown');
    await type(page, page.getByLabel('What did we learn?'), `Keys are quick ${objective.id}`);
    await act(page, button(page, 'Close the objective'));
    await lands(page.locator('[aria-invalid=true]'));
    await reach(page, page.getByLabel('What caused it?'));
    await page.keyboard.type('We started late');
    await type(page, page.getByLabel('Why 0.1 and not 0.0?'), 'Somebody did answer.');
    await act(page, button(page, 'Close the objective'));
    await page.getByText(/0\.1/).first().waitFor();
    await kept(page);

    await act(page, page.getByRole('link', { name: "To the team's retro" }));
    await page.getByText(`Keys are quick ${objective.id}`).waitFor();
    await type(page, page.getByLabel('Add a line to “Next”'), 'Write shorter answers');
    await page.keyboard.press('Enter');
    await act(page, button(page, 'Edit: Write shorter answers'), 'Enter', { back: true });
    await fill(page, page.getByLabel('Line', { exact: true }), 'Write short answers');
    await act(page, button(page, 'Save'));
    await button(page, 'Edit: Write short answers').waitFor();
    await kept(page);
    await act(page, button(page, 'Remove: Write short answers'), 'Enter', { back: true });
    await button(page, 'Remove: Write short answers').waitFor({ state: 'detached' });
    await kept(page);

    const places = page.getByRole('navigation', { name: 'Main' });
    await act(page, places.getByRole('link', { name: 'Learnings' }), 'Enter', { back: true });
    await page.getByRole('heading', { level: 1, name: 'Learnings' }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type(objective.id);
    await page.getByText(`Keys are quick ${objective.id}`).waitFor();
  });
});

describe('figures by keyboard alone', { timeout: 180_000 }, () => {
  it('are drilled into, read as tables, entered and put away', async () => {
    const { page } = await at('hugo', '/dashboard');
    await act(page, button(page, 'Show as a table').first());
    await lands(button(page, 'Show as a chart'));
    await reach(page, page.getByLabel('Dashboard of'), { back: true });
    await page.keyboard.type('Quality');
    await page.getByRole('heading', { level: 1, name: 'Quality' }).waitFor();
    await kept(page);

    const name = `Quiet keys ${unique()}`;
    await page.goto('/kpis');
    await act(page, button(page, 'New KPI'));
    await lands(page.getByLabel('Start from an example'));
    await act(page, button(page, 'Cancel'));
    await lands(button(page, 'New KPI'));
    await page.keyboard.press('Enter');
    await type(page, page.getByLabel('Name'), name);
    await type(page, page.getByLabel('Upper limit'), '5');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name }).waitFor();
    await kept(page);
    await act(page, page.getByRole('link', { name }));
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await type(page, page.getByLabel('Value'), '4');
    await page.keyboard.press('Enter');
    await page.getByText('4 is in.').waitFor();
    await kept(page);
    await act(page, button(page, 'Edit'), 'Enter', { back: true });
    await type(page, page.getByLabel('What exactly is measured'), 'Keys that make no noise.');
    await act(page, button(page, 'Save'));
    await lands(button(page, 'Edit'));
    await act(page, button(page, 'Put away'));
    await page.getByText('Put away. Its history stays.').waitFor();
    await kept(page);
  });
});

describe('people and the inbox by keyboard alone', { timeout: 180_000 }, () => {
  it('people are found, the tree is walked, days away are said', async () => {
    const { page } = await at('uma', '/people');
    await page.keyboard.press('/');
    await page.keyboard.type('nguy');
    await page.getByRole('link', { name: /Cam Nguyen/ }).waitFor();
    await act(page, page.getByRole('link', { name: /Cam Nguyen/ }));
    await page.getByRole('heading', { level: 1, name: 'Cam Nguyen' }).waitFor();
    await lands(page.locator('#main'));
    await act(page, page.getByRole('link', { name: 'Org tree' }));
    await lands(page.getByRole('treeitem', { name: /Cam Nguyen/ }));
    await page.keyboard.press('ArrowLeft');
    await suggest(page, 'Find a person', 'uma', /Uma/, { back: true });
    await lands(page.getByRole('treeitem', { name: /Uma/ }));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /Uma/ }).waitFor();
    await reach(page, page.getByLabel('From', { exact: true }));
    await page.keyboard.type('08012031');
    await act(page, button(page, 'Add these days'));
    await button(page, /^Remove the absence/).waitFor();
    await kept(page);
    await act(page, button(page, /^Remove the absence/), 'Enter', { back: true });
    await page.getByText('The absence was taken back.').waitFor();
    await kept(page);
  });

  it('a notice is done, brought back and put off, and what comes is chosen', async () => {
    const iris = await at('iris', '/');
    const { company } = (await (await iris.context.request.get('/api/v1/my-week')).json()) as {
      company: { id: string }[];
    };
    const { context, page } = await at('karl', '/inbox');
    const me = (await (await context.request.get('/api/v1/me')).json()) as { id: string };
    const text = `Karl, a word about keys ${unique()}?`;
    await ask(iris.context, 'POST', `/objectives/${company[0]!.id}/comments`, { text, mention_ids: [me.id] });
    const notice = page.getByRole('listitem').filter({ hasText: text });
    await act(page, notice.getByRole('button', { name: 'Done' }));
    await notice.waitFor({ state: 'detached' });
    await kept(page);
    await act(page, button(page, 'Undo'), 'Enter', { back: true });
    await notice.waitFor();
    await kept(page);
    await act(page, notice.getByRole('button', { name: 'Remind me on Monday' }));
    await notice.waitFor({ state: 'detached' });
    await kept(page);
    await act(page, page.getByRole('link', { name: 'What reaches me' }), 'Enter', { back: true });
    const choice = page.getByRole('checkbox', { name: 'My check-ins read: In the inbox' });
    const before = await choice.isChecked();
    await act(page, choice, ' ');
    await expect.poll(() => choice.isChecked()).toBe(!before);
    await lands(choice);
    await page.keyboard.press(' ');
    await expect.poll(() => choice.isChecked()).toBe(before);
  });
});

describe('the administration by keyboard alone', { timeout: 180_000 }, () => {
  it('keeps people, teams and cycles, and each dialog gives the focus back', async () => {
    const { page } = await at('sam', '/admin/people');
    const name = `Key Keeper ${unique()}`;
    await act(page, button(page, 'Add a person'));
    await lands(inDialog(page).getByLabel('Name'));
    await page.keyboard.press('Escape');
    await lands(button(page, 'Add a person'));
    await page.keyboard.press('Enter');
    await fill(page, inDialog(page).getByLabel('Name'), name);
    await type(page, inDialog(page).getByLabel('E-mail'), 'no address');
    await page.keyboard.press('Enter');
    await fill(page, inDialog(page).locator('[aria-invalid=true]'), `keeper.${unique()}@halden.example`);
    await suggest(page, 'Reports to', 'stefan', /Stefan Wolf/);
    await act(page, inDialog(page).getByRole('button', { name: 'Add', exact: true }));
    await act(page, inDialog(page).getByRole('button', { name: 'Make a sign-in link' }));
    await inDialog(page).getByLabel(`Link for ${name}`).waitFor();
    await kept(page);
    await page.keyboard.press('Escape');
    await lands(button(page, 'Add a person'));

    await page.goto('/admin/teams');
    await act(page, button(page, 'Add a team'));
    await fill(page, inDialog(page).getByLabel('Name'), name);
    await page.keyboard.press('Enter');
    await act(page, button(page, `Edit ${name}`));
    await suggest(page, 'Add somebody', 'emma', /Emma Schulz/);
    await act(page, inDialog(page).getByRole('button', { name: 'Remove Emma Schulz from the team' }));
    await button(page, 'Remove Emma Schulz from the team').waitFor({ state: 'detached' });
    await kept(page);
    await page.keyboard.press('Escape');
    await lands(button(page, `Edit ${name}`));

    await page.goto('/admin/cycles');
    await act(page, button(page, 'Add a cycle'));
    await fill(page, inDialog(page).getByLabel('Name'), name);
    await reach(page, inDialog(page).getByLabel('Starts on'));
    await page.keyboard.type('01012033');
    await reach(page, inDialog(page).getByLabel('Ends on'));
    await page.keyboard.type('03032033');
    await page.keyboard.press('Enter');
    await act(page, button(page, `Edit ${name}`));
    await act(page, inDialog(page).getByRole('button', { name: 'Start the cycle' }));
    await inDialog(page).getByRole('button', { name: 'Begin closing' }).waitFor();
    await kept(page);
    await page.keyboard.press('Escape');
    await lands(button(page, `Edit ${name}`));
  });

  it('brings a file in, makes a token and ends it, and signs out', async () => {
    const { page } = await at('sam', '/admin/import');
    const choosing = page.waitForEvent('filechooser');
    await act(page, page.locator('input[type=file]'));
    const row = `Open doors by keys ${unique()},2031-Q2,Raise doors from 3 to 9,Quality`;
    await (
      await choosing
    ).setFiles({
      name: 'okrs.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`Dream,Quarter,key result,team\n${row}\n`),
    });
    await reach(page, page.getByLabel('Dream'));
    await page.keyboard.type('objective');
    await act(page, button(page, 'Bring it in'));
    await page.getByRole('heading', { name: 'It is in' }).waitFor();
    await kept(page);

    await proveAgain(page.context());
    await page.goto('/settings/tokens');
    const name = `Keys ${unique()}`;
    await type(page, page.getByLabel('What it is for'), name);
    await page.keyboard.press('Enter');
    await page.getByLabel(`Secret of ${name}`).waitFor();
    await kept(page);
    await act(page, button(page, `End ${name}`));
    await button(page, `End ${name}`).waitFor({ state: 'detached' });
    await kept(page);
    await act(page, button(page, /Your settings/), 'Enter', { back: true });
    await act(page, button(page, 'Sign out'));
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  });

  it('writes the guidelines, or leaves them as they are', async () => {
    const { page } = await at('hugo', '/guidelines');
    await act(page, button(page, 'Edit'));
    await lands(page.getByLabel('Text', { exact: true }));
    await act(page, button(page, 'Cancel'));
    await lands(button(page, 'Edit'));
    const agree = button(page, 'I have read this');
    if (await agree.isVisible()) {
      await act(page, agree);
      await page.getByText(/You read this version on/).waitFor();
      await kept(page);
    }
  });
});
