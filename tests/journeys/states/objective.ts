import { all, button, form, option, press, race, refusal, refuse, seen, type Scene } from './scene';
import type { Things } from './things';

/** Everything that opens on the page of an objective. */
export const objectiveScenes = ({ one, giver, draft }: Things): Scene[] => [
  {
    path: one,
    states: {
      'add a key result': form('Add a key result', 'Key result 4'),
      'edit a key result': form(/^Edit key result Raise/, 'Unit'),
      'remove a key result': form(/^Remove key result Raise/, 'Why does it go?'),
      'thank somebody': form(/^Thank Cam/, 'Thank Cam Nguyen for …'),
      'name a contributor': form('Name a contributor', 'Who contributes?'),
      'link to what it supports': form('Link to what it supports', 'Which objective does it support?'),
      resolve: form(/^Resolve: /, 'What solved it?'),
      'hand over': form(/^Hand over: /, 'To whom?'),
      'ask for help': form('Ask for help', 'What stops us?'),
      'ask another team': form('Ask another team for something', 'What do we need?'),
      'edit an initiative': form(/^Edit: Oil/, 'Who does it?'),
      'add an initiative': form('Add an initiative', 'By when?'),
      'cancel the objective': form('Cancel this objective', 'Why is it cancelled? Its history stays.'),
      'write a comment': form('Write a comment', 'Write a comment'),
      'a value of the chart': (page) => page.getByRole('slider', { name: /^Walk through/ }).focus(),
    },
  },
  {
    path: one,
    apart: true,
    states: {
      'people who contribute': async (page) => {
        await form('Name a contributor', 'Who contributes?')(page);
        await page.getByRole('combobox', { name: 'Who contributes?' }).fill('pet');
        await option(page).waitFor();
      },
      'objectives to support': async (page) => {
        await form('Link to what it supports', 'Which objective does it support?')(page);
        await page.getByRole('combobox', { name: 'Which objective does it support?' }).fill('a');
        await option(page).waitFor();
      },
      'people to mention': async (page) => {
        await form('Write a comment', 'Write a comment')(page);
        await page.getByRole('textbox', { name: 'Write a comment' }).pressSequentially('Look, @be');
        await option(page).waitFor();
      },
    },
  },
  {
    path: one,
    states: {
      'an empty request is refused': async (page) => {
        await form('Ask for help', 'What stops us?')(page);
        await button(page, 'Ask for help').click();
        await refusal(page).first().waitFor();
      },
      'an initiative without words is refused': async (page) => {
        await form('Add an initiative', 'By when?')(page);
        await button(page, 'Add').click();
        await refusal(page).nth(1).waitFor();
      },
      'the chart as a table': press('Show as a table'),
    },
  },
  {
    path: one,
    states: {
      'edit the objective': form('Edit', 'Why it matters now'),
      'an objective without words is refused': async (page) => {
        await page.getByLabel('Objective', { exact: true }).fill('');
        await button(page, 'Save').click();
        await page.locator('[aria-invalid=true]').waitFor();
      },
    },
    apart: true,
  },
  {
    path: one,
    before: race(one),
    states: {
      'both versions of an objective': async (page) => {
        await form('Edit', 'Why it matters now')(page);
        await page.getByLabel('Why it matters now').fill('They squeak.');
        await button(page, 'Save').click();
        await seen(page, 'Nothing is lost. These are both versions.');
      },
    },
  },
  {
    path: one,
    before: race('/key-results/*'),
    states: {
      'both versions of a key result': async (page) => {
        await form(/^Edit key result Raise/, 'Unit')(page);
        await page.getByLabel('Unit').filter({ visible: true }).fill('visits');
        await button(page, 'Save').click();
        await seen(page, 'Nothing is lost. These are both versions.');
      },
    },
  },
  {
    path: one,
    before: refuse('PATCH', '/initiatives/*', 503),
    states: {
      'a toast about what did not work': async (page) => {
        await button(page, /^Done: Oil/).click();
        await seen(page, 'This did not work.');
      },
    },
  },
  { path: giver, states: { 'decline what is asked': form(/^Decline: /, 'Why not?') } },
  {
    path: draft,
    before: refuse('PUT', `${draft}/publication`, 422),
    states: {
      'share with a person': form('Share with a person', 'With whom?'),
      'share with a team': form('Share with a team', 'With which team?'),
      'a draft that cannot be published': async (page) => {
        await button(page, 'Publish').click();
        await refusal(page).first().waitFor();
      },
    },
  },
  ...failures(one),
];

/** Each way in which a page can fail to show what it should. */
const failures = (path: string): Scene[] =>
  [
    ['missing', 404, 'This is not here'],
    ['forbidden', 403, 'This is not yours to see'],
    ['busy', 503, 'The server is busy'],
    ['refused', 400, 'That did not work'],
  ].map(([name, status, title]) => ({
    path,
    before: all(refuse('GET', path, Number(status)), refuse('GET', `${path}?*`, Number(status))),
    states: { [`a page that is ${name}`]: (page) => seen(page, String(title)) },
  }));
