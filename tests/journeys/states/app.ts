import type { components } from '../../../web/src/api/schema';
import { proveAgain } from '../browser';
import { button, forget, form, option, press, race, refusal, refuse, seen, told, type Scene } from './scene';
import type { Things } from './things';

/** What lies over every page, what stands before the door, and the pages about oneself and figures. */
export const appScenes = (things: Things): Scene[] => [
  ...overlays,
  ...doors,
  ...inbox,
  ...kpis(things),
  ...account,
];

const overlays: Scene[] = [
  {
    path: '/okrs',
    apart: true,
    states: {
      'the palette': async (page) => {
        await button(page, /Search or do/).click();
        await option(page).waitFor();
      },
      'the palette with what was found': async (page) => {
        await page.keyboard.type('re');
        await option(page, 3).waitFor();
      },
      'the palette with nothing': async (page) => {
        await page.keyboard.type(' zzz');
        await seen(page, /^Nothing you may see/);
      },
      'the keys': async (page) => {
        await page.keyboard.press('Escape');
        await page.keyboard.press('?');
        await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
      },
      'what can be begun': async (page) => {
        await page.keyboard.press('Escape');
        await button(page, 'New').click();
        await button(page, 'Comment…').waitFor();
      },
      'an objective to comment on': async (page) => {
        await button(page, 'Comment…').click();
        await page.keyboard.type('a');
        await option(page).waitFor();
      },
      settings: async (page) => {
        await page.keyboard.press('Escape');
        await button(page, /Your settings/).click();
        await button(page, 'Sign out').waitFor();
      },
      'without a connection': async (page) => {
        await page.keyboard.press('Escape');
        await page.context().setOffline(true);
        await seen(page, 'You are offline.');
      },
    },
    after: (page) => page.context().setOffline(false),
  },
];

const doors: Scene[] = [
  {
    path: '/sign-in',
    who: null,
    states: {
      'a wrong password': async (page) => {
        await page.getByLabel('Work e-mail').fill('nobody@halden.example');
        await page.getByLabel('Password', { exact: true }).fill('not my password');
        await button(page, 'Sign in').click();
        await refusal(page).first().waitFor();
      },
    },
  },
  {
    path: '/set-password?token=no-such-link',
    who: null,
    states: { 'a link that is used up': (page) => page.getByRole('alert').waitFor() },
  },
];

const inbox: Scene[] = [
  {
    path: '/inbox',
    states: {
      'done, with a way back': async (page) => {
        await button(page, 'Done').click();
        await button(page, 'Undo').waitFor();
      },
    },
    after: (page) => button(page, 'Undo').click(),
  },
  {
    path: '/inbox',
    before: told<object>('/notices?*', (answer) => ({ ...answer, items: [] })),
    states: { 'nothing waits': (page) => seen(page, 'Nothing waits for you') },
  },
  {
    path: '/digest',
    before: told<components['schemas']['Digest']>('/me/digest', (digest) => ({ ...digest, teams: [] })),
    states: { 'a week without a team': (page) => seen(page, 'You are in no team yet') },
  },
];

const kpis = ({ kpi }: Things): Scene[] => [
  {
    path: '/kpis',
    states: {
      'a new KPI that is refused': async (page) => {
        await form('New KPI', 'Name')(page);
        await page.getByLabel('Name *', { exact: true }).fill('Doors');
        await page.getByLabel('Lower limit').fill('9');
        await page.getByLabel('Upper limit').fill('1');
        await button(page, 'Save').click();
        await refusal(page).first().waitFor();
      },
    },
  },
  {
    path: '/kpis',
    before: told<object>('/kpis?*', (answer) => ({ ...answer, items: [] })),
    states: { 'no KPI fits': (page) => seen(page, 'No KPI fits') },
  },
  {
    path: kpi,
    who: 'hugo',
    before: race('/kpis/*'),
    apart: true,
    states: {
      'a value that is no number, and the history as a table': async (page) => {
        await press('Show as a table')(page);
        await page.getByLabel(/^Value/).fill('four');
        await button(page, 'Enter').click();
        await seen(page, /^Please write a number/);
      },
      'a KPI is changed': form('Edit', 'Near within'),
      'both versions of a KPI': async (page) => {
        await page.getByLabel('What exactly is measured').fill('Doors that open.');
        await button(page, 'Save').click();
        await seen(page, 'Nothing is lost. These are both versions.');
      },
    },
  },
];

const account: Scene[] = [
  {
    path: '/settings',
    before: refuse('PUT', '/me/password', 422, '', 'This is not your password.'),
    states: {
      'a password that is refused': async (page) => {
        await page.getByLabel('Current password').fill('not this one');
        await page.getByLabel('New password').fill('seven quiet harbours');
        await button(page, 'Change password').click();
        await refusal(page).first().waitFor();
      },
    },
  },
  {
    path: '/settings/tokens',
    before: (page) => proveAgain(page.context()),
    states: {
      'a token, shown once': async (page) => {
        await page.getByLabel('What it is for').fill('A drawer');
        await button(page, 'Make token').click();
        await page.getByLabel('Secret of A drawer').waitFor();
      },
    },
    after: async (page) => {
      await button(page, 'End A drawer').click();
      await button(page, 'End A drawer').waitFor({ state: 'detached' });
    },
  },
  {
    path: '/guidelines',
    who: 'hugo',
    states: {
      'guidelines are written': async (page) => {
        await form('Edit', 'Text')(page);
        await page.getByRole('region', { name: 'How it will look' }).getByRole('heading').first().waitFor();
      },
    },
    after: forget,
  },
  {
    path: '/guidelines',
    before: told<components['schemas']['Guidelines']>('/guidelines', (page) => ({ ...page, version: 0 })),
    states: { 'no guidelines yet': (page) => seen(page, 'There are no guidelines yet') },
  },
];
