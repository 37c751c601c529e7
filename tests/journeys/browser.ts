import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser, type BrowserContext, type Cookie, type Page } from 'playwright-core';
import type { AxeResults } from 'axe-core';
import { liveOnTheDay, zone } from './day';

export const url = process.env.WAYMARK_URL ?? 'http://127.0.0.1:8080';
export const password = process.env.WAYMARK_DEMO_PASSWORD ?? 'measure twice, cut once';
export const mail = (name: string) => `${name}@halden.example`;

const require = createRequire(new URL('../../web/package.json', import.meta.url));
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell', // a third less work than the whole browser
    args: [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
    ],
  });

export type Look = {
  scheme?: 'light' | 'dark';
  phone?: boolean;
  language?: 'en' | 'de';
};

/** A window of one person. What the console or the security policy complains about is kept in `complaints`. */
export async function openWindow(browser: Browser, look: Look = {}) {
  const context = await browser.newContext({
    baseURL: url,
    colorScheme: look.scheme ?? 'light',
    locale: look.language === 'de' ? 'de-DE' : 'en-GB',
    viewport: look.phone ? { width: 390, height: 844 } : { width: 1360, height: 850 },
    isMobile: look.phone ?? false,
    hasTouch: look.phone ?? false,
    reducedMotion: 'reduce',
    ...(zone ? { timezoneId: zone } : {}),
  });
  await liveOnTheDay(context);
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    // A refusal that a journey provokes is reported by the browser itself; the page answers for the rest.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text());
  });
  return { context, page, complaints };
}

/** Signs in by the API, so that a journey can begin where it wants to. Waits when it is told to: journeys run side by side. */
export async function enter(context: BrowserContext, name: string) {
  const ask = () =>
    context.request.post('/api/v1/session', {
      data: { email: mail(name), password },
      headers: { Origin: url },
    });
  let answer = await ask();
  for (let tries = 1; answer.status() === 429 && tries < 5; tries++) {
    const seconds = Number(answer.headers()['retry-after'] ?? 1);
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    answer = await ask();
  }
  if (!answer.ok()) throw new Error(`${name} cannot sign in: ${answer.status()} ${await answer.text()}`);
}

/** The own password once more, as before tokens are made or ended. */
export async function proveAgain(context: BrowserContext) {
  const answer = await context.request.put('/api/v1/me/session/proof', {
    data: { password },
    headers: { Origin: url },
  });
  if (!answer.ok()) throw new Error(`the password was not taken again: ${answer.status()}`);
}

const passes = new Map<string, Cookie[]>();

/** Lets somebody in who only looks around, with the session of an earlier window: checking a password takes its time. */
export async function admit(context: BrowserContext, name: string) {
  const pass = passes.get(name);
  if (pass) return context.addCookies(pass);
  await enter(context, name);
  passes.set(name, await context.cookies());
}

const everyRule = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds on the page as it stands, as sentences. It is asked for faults alone, not for all that is right. */
export async function faults(page: Page, runOnly = everyRule): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  const violations = await page.evaluate(async (rules) => {
    const { axe } = window as unknown as {
      axe: { run: (context: unknown, options: unknown) => Promise<AxeResults> };
    };
    const found = await axe.run(document, { runOnly: rules, resultTypes: ['violations'], preload: false });
    return found.violations;
  }, runOnly);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

const colours = ['color-contrast', 'link-in-text-block'];

/** What axe finds in light, and what of it is a matter of colours in dark: all else is the same page. Ends in light. */
export async function faultsInBothThemes(page: Page): Promise<string[]> {
  const turnTo = async (colorScheme: 'light' | 'dark') => {
    await page.emulateMedia({ colorScheme });
    await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
  };
  await turnTo('dark');
  const dark = await faults(page, colours);
  await turnTo('light');
  return [...(await faults(page)), ...dark.map((fault) => `in dark, ${fault}`)];
}

/** Waits until the page shows what it is about. */
export async function settled(page: Page) {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForFunction(() => !document.querySelector('[role=status] > .hidden-text + i'));
}
