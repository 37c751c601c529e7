import type { Page } from 'playwright-core';
import { button, form, option, race, refusal, seen, type Scene } from './scene';
import type { Things } from './things';

const csv = (rows: string) => ({
  name: 'okrs.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(`Dream,Quarter,key result,team\n${rows}`),
});

/** What opens on the pages about people and in the administration. */
export const peopleScenes = ({ me }: Things): Scene[] => [
  {
    path: '/people?text=zzzz',
    states: { 'nobody found': (page) => seen(page, 'Nobody found') },
  },
  {
    path: '/people/tree',
    states: {
      'the whole tree, and who is looked for': async (page) => {
        await button(page, 'Open all').click();
        await page.getByRole('combobox', { name: 'Find a person' }).fill('Lars');
        await option(page).waitFor();
      },
    },
  },
  {
    path: `/people/${me}`,
    states: {
      'days away that are refused': async (page) => {
        await page.getByLabel('From', { exact: true }).fill('2031-07-01');
        await page.getByLabel('Until').fill('2031-06-01');
        await button(page, 'Add these days').click();
        await seen(page, 'An absence ends on the day it begins, or later.');
      },
    },
  },
  ...persons,
  ...teamsAndCycles,
  ...organisation,
];

const persons: Scene[] = [
  {
    path: '/admin/people',
    who: 'sam',
    apart: true,
    states: {
      'add a person, and their manager': async (page) => {
        await form('Add a person', 'Job title')(page);
        await page.getByRole('combobox', { name: 'Reports to' }).fill('Stefan');
        await option(page).waitFor();
      },
      'a person who is refused': async (page) => {
        await page.getByLabel('Name', { exact: true }).fill('Wim');
        await page.getByLabel('E-mail').fill('no address');
        await button(page, 'Add').click();
        await page.locator('[aria-invalid=true]').waitFor();
      },
    },
  },
  {
    path: '/admin/people',
    who: 'sam',
    before: race('/people/*'),
    apart: true,
    states: {
      'everything kept of a person': async (page) => {
        await button(page, /^Edit A/).click();
        await page.getByRole('checkbox', { name: /^Auditor/ }).click();
        await button(page, 'Leaves the organisation').click();
        await seen(page, /loses access, roles, teams/);
      },
      'a forgotten password': async (page) => {
        await seen(page, /two administrators together make a link here/);
      },
      'both versions of a person': async (page) => {
        await page.keyboard.press('Escape');
        await button(page, /^Edit A/).click();
        await page.getByLabel('Job title').fill('Keeper of drawers');
        await button(page, 'Save').click();
        await seen(page, 'Nothing is lost. These are both versions.');
      },
      'nobody has left with these letters': async (page) => {
        await page.keyboard.press('Escape');
        await page.getByRole('searchbox').fill('zzzz');
        await seen(page, 'Nobody found');
      },
    },
  },
];

const teamsAndCycles: Scene[] = [
  {
    path: '/admin/teams',
    who: 'sam',
    before: race('/teams/*'),
    apart: true,
    states: {
      'add a team that is refused': async (page) => {
        await form('Add a team', 'Kind')(page);
        await page.getByLabel('Name', { exact: true }).fill(' ');
        await button(page, 'Add').click();
        await refusal(page).first().waitFor();
      },
      'everything kept of a team': async (page) => {
        await page.keyboard.press('Escape');
        await form('Edit Engineering', 'Add somebody')(page);
        await page.getByRole('combobox', { name: 'Add somebody' }).fill('Emma');
        await option(page).waitFor();
      },
      'both versions of a team': async (page) => {
        await page.getByRole('dialog').getByLabel('Name').fill('Engineers');
        await button(page, 'Save').click();
        await seen(page, 'Nothing is lost. These are both versions.');
      },
    },
  },
  {
    path: '/admin/cycles',
    who: 'sam',
    before: race('/cycles/*'),
    apart: true,
    states: {
      'add a cycle that is refused': async (page) => {
        await form('Add a cycle', 'Lies within')(page);
        const dialog = page.getByRole('dialog');
        await dialog.getByLabel('Name').fill('Backwards');
        await dialog.getByLabel('Starts on').fill('2034-06-01');
        await dialog.getByLabel('Ends on').fill('2034-01-01');
        await dialog.getByRole('button', { name: 'Add a cycle' }).click();
        await refusal(page).first().waitFor();
      },
      'everything kept of a cycle': async (page) => {
        await page.keyboard.press('Escape');
        await form(/^Edit /, 'Mid-cycle review on')(page);
      },
      'both versions of a cycle': async (page) => {
        await page.getByRole('dialog').getByLabel('Name').fill('Another name');
        await button(page, 'Save').click();
        await seen(page, 'Nothing is lost. These are both versions.');
      },
    },
  },
];

const organisation: Scene[] = [
  {
    path: '/admin/organisation',
    who: 'sam',
    before: race('/settings'),
    apart: true,
    states: {
      'a holiday that is refused': async (page) => {
        await page.getByLabel('Day', { exact: true }).fill('2034-12-24');
        await page.getByLabel('Name', { exact: true }).fill(' ');
        await button(page, 'Add a holiday').click();
        await refusal(page).first().waitFor();
      },
      'both versions of what was agreed on': async (page) => {
        await page.getByLabel('Vision').fill('Drawers that open.');
        await button(page, 'Save').click();
        await seen(page, 'Nothing is lost. These are both versions.');
      },
    },
  },
  {
    path: '/admin/import',
    who: 'sam',
    apart: true,
    states: {
      'columns that nobody knows': async (page) => {
        await choose(page, 'Something,some day,,Quality\n');
        await seen(page, /no column "objective"/);
      },
      'rows that cannot be read': async (page) => {
        await page.getByLabel('Dream').selectOption('objective');
        await seen(page, 'Some rows cannot be read');
      },
      'what would be made': async (page) => {
        await choose(page, 'Open drawers at once,2031-Q1,Raise drawers from 3 to 9,Quality\n');
        await page.getByLabel('Dream').selectOption('objective');
        await button(page, 'Bring it in').waitFor();
      },
    },
  },
  {
    path: '/admin/sent?person=0000000000000',
    who: 'sam',
    states: { 'nothing of the kind sent': (page) => seen(page, 'Nothing like that was sent.') },
  },
  {
    path: '/admin/audit?subject=nothing',
    who: 'sam',
    states: { 'nothing like that in the log': (page) => seen(page, /Nothing like that|That did not work/) },
  },
];

const choose = (page: Page, rows: string) => page.locator('input[type=file]').setInputFiles(csv(rows));
