import { expect } from 'vitest';
import type { Browser, Locator, Page } from 'playwright-core';
import { admit, openWindow, settled } from './browser';

/** A window in which somebody has come to this page. */
export async function start(browser: Browser, name: string, path: string) {
  const { context, page } = await openWindow(browser);
  await admit(context, name);
  await page.goto(path);
  await settled(page);
  return { context, page };
}

export const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

/** Whether this has the focus; what has it, in words; and whether one can see that it has. */
const look = (wanted: Locator) =>
  wanted.evaluate((goal) => {
    const one = document.activeElement as HTMLElement;
    const words = one.getAttribute('aria-label') ?? (one as HTMLInputElement).labels?.[0]?.textContent;
    const name = (words ?? one.textContent ?? '').trim().slice(0, 40);
    const style = (node: Element | null | undefined) => getComputedStyle(node ?? document.body);
    const outlined = (node: Element | null | undefined) =>
      style(node).outlineStyle !== 'none' && parseFloat(style(node).outlineWidth) > 0;
    // A drawn control shows it around its picture: the label, the frame, what stands behind it.
    const around = [one, one.nextElementSibling, one.parentElement, one.parentElement?.parentElement];
    const accent = document.createElement('i');
    accent.style.color = 'var(--accent)';
    document.body.append(accent);
    const bordered = style(one).borderTopColor === style(accent).color;
    accent.remove();
    return {
      there: one === goal,
      what: `${one.tagName.toLowerCase()} ${name}`,
      shown: bordered || around.some(outlined),
    };
  });

const first = (wanted: Locator) => wanted.filter({ visible: true }).first();

type How = { back?: boolean; most?: number };

/** Goes there by Tab alone, as far as needed; one must see where one is. */
export async function reach(page: Page, wanted: Locator, { back = false, most = 90 }: How = {}) {
  const goal = first(wanted);
  const passed: string[] = [];
  let now = await look(goal);
  while (!now.there) {
    if (passed.length === most) throw new Error(`${wanted.toString()} is not reached: ${passed.join(' > ')}`);
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
    now = await look(goal);
    passed.push(now.what);
  }
  expect(now.shown, `one sees that ${now.what} has the focus`).toBe(true);
}

/** Reaches it and presses a key on it. */
export async function act(page: Page, wanted: Locator, key = 'Enter', how?: How) {
  await reach(page, wanted, how);
  await page.keyboard.press(key);
}

/** Reaches a field and types into it, in place of what stood there. */
export async function type(page: Page, field: Locator, text: string, how?: How) {
  await reach(page, field, how);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}

/** The field that just opened has the focus by itself: typing goes on. */
export async function fill(page: Page, field: Locator, text: string) {
  await lands(field);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}

/** Chooses in a field with suggestions: letters, arrows as far as needed, Enter. */
export async function suggest(page: Page, label: string, letters: string, name: RegExp, how?: How) {
  await type(page, page.getByRole('combobox', { name: label }), letters, how);
  const list = page.getByRole('listbox', { name: label });
  await list.getByRole('option', { name }).first().waitFor();
  const marked = list.getByRole('option', { name, selected: true });
  for (let steps = 0; steps < 8 && !(await marked.count()); steps++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

/** After something closed, the focus is somewhere one can go on from, never lost. */
export async function kept(page: Page) {
  const place = () => page.evaluate(() => document.activeElement?.tagName ?? 'nothing');
  await expect.poll(place, { message: 'the focus is lost', timeout: 5000 }).not.toBe('BODY');
}

/** The focus comes (back) here by itself. */
export async function lands(wanted: Locator) {
  const goal = first(wanted);
  const says = async () => (await look(goal)).there || (await look(goal)).what;
  await expect.poll(says, { message: `the focus comes to ${wanted.toString()}`, timeout: 5000 }).toBe(true);
}
