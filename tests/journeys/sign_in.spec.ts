import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { enter, faults, mail, openBrowser, openWindow, password, settled, url } from './browser';
import { teamNamed } from './world';

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

describe('signing in', () => {
  it('leads to my week, by keyboard alone', async () => {
    const { page, complaints } = await openWindow(browser);
    await page.goto('/');
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.getByLabel('Work e-mail').focus();
    await page.keyboard.type(mail('ana'));
    await page.keyboard.press('Tab');
    await page.keyboard.type(password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /, Ana$/ }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('says kindly that it did not work, and shows it accessibly', async () => {
    const { page } = await openWindow(browser);
    await page.goto('/sign-in');
    await page.getByLabel('Work e-mail').fill(mail('nobody'));
    await page.getByLabel('Password', { exact: true }).fill('not my password');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel('Work e-mail').inputValue()).toBe(mail('nobody'));
    expect(await faults(page)).toEqual([]);
  });

  it('that ended in the middle leads back to the same place', async () => {
    const { context, page } = await openWindow(browser);
    await enter(context, 'ana');
    const { id } = await teamNamed(context, 'Quality');
    await page.goto('/');
    await settled(page);
    await context.clearCookies();
    await page.goto(`/teams/${id}`);
    await page.getByLabel('Work e-mail').fill(mail('ana'));
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Quality' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/teams/${id}`);
  });

  it('begins with a link that sets the password, once', async () => {
    const office = await openWindow(browser);
    await enter(office.context, 'hugo');
    const asked = { headers: { Origin: url } };
    const person = await office.context.request.post('/api/v1/people', {
      data: { name: 'Theo Abel', email: 'theo.abel@halden.example' },
      ...asked,
    });
    const { id } = (await person.json()) as { id: string };
    const made = await office.context.request.post(`/api/v1/people/${id}/invitation`, asked);
    const { link } = (await made.json()) as { link: string };

    const { page, complaints } = await openWindow(browser);
    await page.goto(new URL(link, url).pathname + new URL(link, url).search);
    await page.getByText('Hello Theo Abel.').waitFor();
    await page.getByText('Hugo Brandt made this link.').waitFor();
    await page.getByLabel('New password').fill('short');
    await page.keyboard.press('Enter');
    await page.locator('input[aria-invalid=true]').waitFor();
    await page.getByText('must have at least 12 characters').first().waitFor();
    expect(await faults(page)).toEqual([]);
    await page.getByLabel('New password').fill('eleven blue instruments hum');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /, Theo$/ }).waitFor();
    expect(complaints).toEqual([]);

    const late = await openWindow(browser);
    await late.page.goto(new URL(link, url).pathname + new URL(link, url).search);
    await late.page.getByRole('alert').waitFor();
    expect(await faults(late.page)).toEqual([]);
  });

  it('shows nobody what another one left unsent in this browser [IDN-24]', async () => {
    const { context, page } = await openWindow(browser);
    const begun = async () => {
      await page.goto('/write');
      const field = page.getByLabel('Objective', { exact: true });
      await field.waitFor();
      return field;
    };
    await enter(context, 'yuki');
    await (await begun()).fill('Nobody knows of this yet');
    await enter(context, 'felix');
    expect(await (await begun()).inputValue()).toBe('');
    await enter(context, 'yuki');
    expect(await (await begun()).inputValue()).toBe('Nobody knows of this yet');
    await (await begun()).fill('');
  });

  it('ends with signing out', async () => {
    const { context, page } = await openWindow(browser);
    await enter(context, 'ana');
    await page.goto('/');
    await page.getByRole('button', { name: /Your settings/ }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.goto('/');
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  });
});
