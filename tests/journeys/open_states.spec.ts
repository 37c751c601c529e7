import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { admit, faultsInBothThemes, openBrowser, openWindow, settled } from './browser';
import { appScenes } from './states/app';
import { objectiveScenes } from './states/objective';
import { okrScenes } from './states/okr';
import { peopleScenes } from './states/people';
import type { Scene } from './states/scene';
import { dropThings, makeThings, type Things } from './states/things';
import { visitorOf } from './routes';
import { tooWide } from './tour';

let browser: Browser;
let things: Things;
beforeAll(async () => {
  browser = await openBrowser();
  things = await makeThings((await openWindow(browser)).context);
});
afterAll(async () => {
  const { context } = await openWindow(browser);
  await admit(context, 'ana');
  await dropThings(context, things);
  await browser.close();
});

/** Side by side, as no scene of the one changes what the other shows. */
const tables = {
  OKRs: (things: Things) => [...objectiveScenes(things), ...okrScenes(things)],
  'people and all else': (things: Things) => [...peopleScenes(things), ...appScenes(things)],
};

/** As tall as the page, so that no control lies half under a bar that stays. */
async function wrong(page: Page, name: string) {
  const found: string[] = [];
  const size = page.viewportSize()!;
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ ...size, height: Math.max(height, size.height) });
  await page.evaluate(() => scrollTo(0, 0));
  found.push(...(await faultsInBothThemes(page)).map((fault) => `${name}: ${fault}`));
  if (await tooWide(page)) found.push(`${name}: scrolls sideways`);
  await page.setViewportSize(size);
  return found;
}

/** Opens the states of a scene and looks at them, together or one by one. */
async function play(page: Page, { path, states, apart, before, after }: Scene) {
  const found: string[] = [];
  const names = Object.keys(states);
  let at = path;
  try {
    await before?.(page);
    await page.goto(path);
    await settled(page);
    for (at of names) {
      await states[at]!(page);
      if (apart) found.push(...(await wrong(page, at)));
    }
    if (!apart) found.push(...(await wrong(page, names.join(' + '))));
  } catch (failure) {
    found.push(`${at} does not open: ${String(failure)}`);
  }
  await after?.(page).catch((failure) => found.push(`after ${at}: ${String(failure)}`));
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  return found;
}

describe.each([{ phone: false }, { phone: true }])('every open state, phone $phone', (look) => {
  it.concurrent.each(Object.keys(tables) as (keyof typeof tables)[])(
    'has no faults and nothing wider than the window: %s',
    async (table) => {
      const scenes = tables[table](things);
      const found: string[] = [];
      for (const who of new Set(scenes.map(visitorOf))) {
        const { context, page, complaints } = await openWindow(browser, look);
        if (who) await admit(context, who);
        for (const scene of scenes.filter((one) => visitorOf(one) === who))
          found.push(...(await play(page, scene)));
        await context.close();
        found.push(...complaints);
      }
      expect(found).toEqual([]);
    },
    240_000,
  );
});
