import type { Page } from 'playwright-core';

type Open = (page: Page) => Promise<unknown>;

/** Open states of one page, each opened on top of those before. */
export type Scene = {
  path: string;
  /** Ana where nobody is named, nobody at all where it is null. */
  who?: string | null;
  /** The name of a state, and how it is opened. */
  states: Record<string, Open>;
  /** One takes the place of the other: each is looked at by itself, not all of them together. */
  apart?: boolean;
  /** Before the page is opened: what the server answers in this window only. */
  before?: Open;
  /** Takes back what the states have changed. */
  after?: Open;
};

export const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true }).filter({ visible: true }).first();

/** One of the suggestions that hang on a field. */
export const option = (page: Page, at = 0) =>
  page.getByRole('listbox').filter({ visible: true }).getByRole('option').nth(at);

/** A field by the whole of its label; where it is required a star stands behind. */
export const field = (page: Page, label: string) =>
  page
    .getByLabel(new RegExp(`^${label.replace(/[.?()]/g, '\\$&')}( \\*)?$`))
    .filter({ visible: true })
    .first();

export const seen = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

/** A form that was not taken says so at its fields, or below where no field can. */
export const refusal = (page: Page) =>
  page.locator('[role=alert], [aria-invalid=true]').filter({ visible: true });

export const press =
  (name: string | RegExp): Open =>
  (page) =>
    button(page, name).click();

/** Opens a form, also where a list of suggestions lies over its button, and waits for one of its fields. */
export const form =
  (name: string | RegExp, label: string): Open =>
  async (page) => {
    await button(page, name).press('Enter');
    await field(page, label).waitFor();
  };

/** Nothing that was typed is kept on the device. */
export const forget: Open = (page) => page.evaluate(() => localStorage.clear());

/** Lets the server say no to this, in this window only. */
export const refuse =
  (method: string, path: string, status: number, code = '', detail = 'This did not work.'): Open =>
  (page) =>
    page.route(`**/api/v1${path}`, (route) =>
      route.request().method() === method
        ? route.fulfill({ status, json: { title: '', status, code, detail, fields: [] } })
        : route.fallback(),
    );

/** Somebody else was faster. */
export const race = (path: string): Open => refuse('PATCH', path, 409, 'version_conflict');

/** Shows the real answer with something changed in it. */
export const told =
  <T>(path: string, change: (answer: T) => unknown): Open =>
  (page) =>
    page.route(`**/api/v1${path}`, async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, json: change((await answer.json()) as T) });
    });

export const all =
  (...opens: Open[]): Open =>
  async (page) => {
    for (const open of opens) await open(page);
  };
