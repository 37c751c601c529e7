import type { Browser, BrowserContext, Page } from 'playwright-core';
import { admit, openWindow, type Look } from './browser';
import { visitorOf, type Place } from './routes';

/** Opens the places one after the other, in one window for each person; tells what the windows complained about. */
export async function tour(
  browser: Browser,
  look: Look,
  places: Place[],
  visit: (page: Page, place: Place) => Promise<void>,
  prepare?: (context: BrowserContext, page: Page) => Promise<unknown>,
) {
  const complained: string[] = [];
  for (const who of new Set(places.map(visitorOf))) {
    const { context, page, complaints } = await openWindow(browser, look);
    await prepare?.(context, page);
    if (who) await admit(context, who);
    for (const place of places) if (visitorOf(place) === who) await visit(page, place);
    await context.close();
    complained.push(...complaints);
  }
  return complained;
}

export const tooWide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
