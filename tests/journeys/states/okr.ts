import type { components } from '../../../web/src/api/schema';
import { button, forget, form, option, press, race, refusal, refuse, seen, told, type Scene } from './scene';
import { ask } from '../world';
import type { Things } from './things';

type Week = components['schemas']['MyWeek'];
const nothing = { due: [], not_due: [], drafts: [], blockers: [], questions: [], mentions: [] };

/** What opens on the pages about OKRs, beside that of one objective. */
export const okrScenes = (things: Things): Scene[] => [
  ...weekScenes(),
  ...checkInScenes(things),
  ...listScenes(things),
  ...writingScenes(things),
  ...endScenes(things),
];

const weekScenes = (): Scene[] => [
  {
    path: '/',
    before: told<Week>('/my-week*', (week) => ({ ...week, ...nothing, is_new: true })),
    states: { 'first steps': (page) => seen(page, 'Three good first steps') },
  },
  {
    path: '/',
    before: told<Week>('/my-week*', (week) => ({
      ...week,
      due: [],
      not_due: [...week.due, ...week.not_due],
    })),
    states: { 'nothing is due': (page) => seen(page, 'You are up to date') },
  },
  {
    path: '/check-in',
    before: told<Week>('/my-week*', (week) => ({ ...week, ...nothing })),
    states: { 'nothing to check in': (page) => seen(page, 'Nothing waits for your check-in') },
  },
];

const checkInScenes = ({ one, figure }: Things): Scene[] => [
  {
    path: `/check-in?objective=${one.split('/').pop()}`,
    before: refuse('POST', '/check-ins', 503),
    apart: true,
    states: {
      'a value that is no number, and who can help': async (page) => {
        await page.getByLabel('Now', { exact: true }).fill('many');
        await page.getByRole('radio', { name: '7' }).check();
        await page.getByLabel('Help needed').fill('The key');
        await page.getByRole('combobox', { name: 'Who can help?' }).fill('pet');
        await option(page).waitFor();
      },
      milestones: async (page) => {
        await page.getByLabel('Now', { exact: true }).fill('4');
        await button(page, 'Next').click();
        await page.getByRole('checkbox', { name: 'Lab' }).waitFor();
      },
      'yes or no': async (page) => {
        await button(page, 'Skip').click();
        await page.getByRole('radio', { name: 'Yes' }).waitFor();
      },
      'ready to send': async (page) => {
        await button(page, 'Skip').click();
        await page
          .getByLabel(/^Why skip/)
          .first()
          .waitFor();
      },
      'sending did not work': async (page) => {
        await button(page, /^Send 1/).click();
        await refusal(page).first().waitFor();
      },
    },
    after: forget,
  },
  {
    path: `/check-in?objective=${one.split('/').pop()}&at=${figure}`,
    states: {
      'it is in': async (page) => {
        await page.getByLabel('Now', { exact: true }).fill('4');
        await page.getByRole('radio', { name: '7' }).check();
        for (const name of ['Next', 'Skip', 'Skip']) await button(page, name).click();
        await button(page, /^Send 1/).click();
        await seen(page, '1 check-in is in');
      },
    },
    after: async (page) => {
      await button(page, 'Undo').click();
      await seen(page, 'Ready to send?');
      await forget(page);
    },
  },
];

const listScenes = ({ title }: Things): Scene[] => [
  {
    path: '/okrs?at_risk=true&text=a&level=team',
    states: {
      'what is asked for, in words': (page) => button(page, 'Without: At risk').waitFor(),
      'the filter': form('Filter', 'State'),
      'saved views': form(/^Views/, 'Name of the view'),
    },
  },
  {
    path: '/okrs?text=zzzz',
    states: { 'nothing fits': (page) => seen(page, 'Nothing fits all of that') },
  },
  {
    path: `/okrs?text=${encodeURIComponent(title)}`,
    before: race('/objectives/*'),
    apart: true,
    states: {
      'key results in the list': async (page) => {
        await button(page, /^Open Open every/).click();
        await page.getByRole('link', { name: 'Be listed' }).waitFor();
      },
      'a line is changed': async (page) => {
        await page.getByRole('row', { name: /Open every/ }).press('e');
        await page.getByRole('textbox', { name: 'Objective' }).fill('Shut every drawer');
      },
      'both versions of a line': async (page) => {
        await button(page, 'Save').click();
        await seen(page, 'Nothing is lost. These are both versions.');
      },
    },
  },
  {
    path: '/okrs?tab=map',
    states: {
      outline: press('Outline'),
      'an objective of the map': async (page) => {
        await page.getByRole('treeitem').first().click();
        await button(page, 'Show all').waitFor();
      },
    },
  },
];

const writingScenes = ({ otherTeam, me }: Things): Scene[] => [
  {
    path: '/write',
    states: {
      examples: async (page) => {
        const library = button(page, 'Start from an example');
        if ((await library.getAttribute('aria-expanded')) === 'false') await library.click();
        await button(page, /^Use this/).waitFor();
      },
      advice: async (page) => {
        await page.getByLabel('Objective', { exact: true }).fill('Raise sales by 20');
        await page.getByLabel('Key result 1').first().fill('Write a good report');
        await seen(page, /sounds like a task/);
      },
      'milestones to write': async (page) => {
        await button(page, 'Add a key result').click();
        await page.getByLabel('Key result 2').first().fill('Build the stand');
        await page.getByLabel('Measured as').nth(1).selectOption('milestones');
        await page.getByLabel('Milestones, one a line').waitFor();
      },
      'an objective that is refused': async (page) => {
        await page.getByLabel('From', { exact: true }).first().fill('4');
        await page.getByLabel('To', { exact: true }).first().fill('4');
        await button(page, 'Publish').click();
        await page.locator('[aria-invalid=true]').first().waitFor();
      },
    },
    after: forget,
  },
  {
    path: `/people/${me}/dashboard?cycle=0000000000000`,
    states: { 'a cycle that is not there': (page) => page.getByRole('alert').first().waitFor() },
  },
  {
    path: '/dashboard',
    states: {
      'charts as tables': async (page) => {
        await button(page, 'Show as a table').waitFor();
        while (await page.getByRole('button', { name: 'Show as a table' }).count())
          await button(page, 'Show as a table').click();
      },
    },
  },
  {
    path: `/teams/${otherTeam}`,
    before: told<components['schemas']['TeamBoard']>('/teams/*/board*', (board) => ({
      ...board,
      objectives: [],
    })),
    states: { 'a board without objectives': (page) => seen(page, 'No OKRs in this cycle yet') },
  },
];

const endScenes = ({ cycle, team, giver, one }: Things): Scene[] => [
  {
    path: `/cycles/${cycle}`,
    states: { 'why it changes': form('Change', 'What changes, and why?') },
  },
  {
    path: `/cycles/${cycle}`,
    who: 'hugo',
    before: refuse('PATCH', '/cycles/*', 409, 'retros_missing', 'No retro yet: Engineering.'),
    states: {
      'retros are missing': async (page) => {
        await button(page, 'Begin closing').click();
        await button(page, 'Close without these retros').waitFor();
      },
    },
  },
  {
    path: `${one}/close`,
    states: {
      'another grade than suggested, and causes': async (page) => {
        await page.getByRole('radio', { name: '0.5' }).check();
        await page.getByRole('radio', { name: 'Good' }).check();
        await button(page, 'Close the objective').click();
        await refusal(page).first().waitFor();
      },
    },
    after: forget,
  },
  {
    path: `${giver}/close`,
    who: 'dora',
    states: { 'nothing to close': (page) => seen(page, 'There is nothing to close here') },
  },
  {
    path: `/teams/${team}/retro/${cycle}`,
    before: refuse('POST', '/teams/*/retros/*/cards', 503),
    states: {
      'a line that did not go': async (page) => {
        await page.getByLabel('Add a line to “Next”').fill('Oil the rails');
        await button(page, 'Add').click();
        await refusal(page).first().waitFor();
      },
    },
    after: forget,
  },
  {
    path: `/teams/${team}/retro/${cycle}`,
    before: async (page) => {
      await ask(page.context(), 'POST', `/teams/${team}/retros/${cycle}/cards`, {
        part: 'next',
        text: 'Look at this line',
      });
    },
    states: { 'a line under somebody’s hands': form('Edit: Look at this line', 'Line') },
    after: async (page) => {
      await button(page, 'Cancel').click();
      await button(page, 'Remove: Look at this line').click();
      await page.getByText('Look at this line').waitFor({ state: 'detached' });
    },
  },
  {
    path: '/learnings',
    states: {
      'no learning has these words': async (page) => {
        await page.getByLabel('Find in learnings').fill('zzzz');
        await seen(page, 'Nothing found');
      },
    },
  },
];
