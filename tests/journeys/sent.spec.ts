import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { enter, faults, openBrowser, openWindow, settled } from './browser';
import { tooWide } from './tour';
import { ask } from './world';

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

const unique = Date.now().toString(36);

describe('what was sent', () => {
  // [NOT-30] [NOT-32]
  it('HR reads to whom news of a cycle went, what goes out by itself, and that the reminders ran', async () => {
    const { context, page, complaints } = await openWindow(browser);
    await enter(context, 'hugo');
    const name = `Season ${unique}`;
    const days = { starts_on: '2033-01-03', ends_on: '2033-02-20' };
    await ask(context, 'POST', '/cycles', { name, kind: 'custom', ...days });
    await page.goto('/admin');
    await page.getByRole('link', { name: 'What was sent' }).click();
    await page.getByRole('combobox', { name: 'Which kind' }).selectOption({ label: 'New cycle' });
    const lines = page.getByRole('main').locator('ol > li');
    const ofAna = lines.filter({ hasText: name }).filter({ hasText: 'Ana' });
    await ofAna.waitFor();
    expect(await ofAna.getByText(/by Hugo .* Inbox/).count()).toBe(1);
    expect(await faults(page)).toEqual([]);

    await ofAna.getByRole('link', { name: /^Ana/ }).click();
    await page.waitForURL(/person=/);
    await expect.poll(() => lines.filter({ hasNotText: 'Ana' }).count()).toBe(0);
    expect(await page.getByRole('combobox', { name: 'To whom' }).inputValue()).toMatch(/^Ana/);
    await ofAna.getByRole('link', { name }).click();
    await page.getByRole('heading', { name: new RegExp(name) }).waitFor();
    await page.goBack();
    await page.getByRole('button', { name: 'All people' }).click();
    await expect.poll(() => lines.filter({ hasText: name }).count()).toBeGreaterThan(1);

    await page.getByRole('link', { name: 'What goes out by itself' }).click();
    await page.getByRole('heading', { name: 'What the day brings' }).waitFor();
    await page
      .getByText(/Every hour · next .* · last .*(sent|nothing to send)/)
      .first()
      .waitFor();
    await page.getByText(/10 seconds after, to everybody/).waitFor();
    expect(await faults(page)).toEqual([]);

    await page.getByRole('link', { name: 'Runs', exact: true }).click();
    await page
      .getByRole('combobox', { name: 'Which job' })
      .selectOption({ label: 'Reminders and mid-cycle looks' });
    await lines
      .filter({ hasText: /Reminders.*took [\d.]+ s/ })
      .first()
      .waitFor();
    expect(await faults(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  // [NOT-30]
  it('is nothing that a member finds, nor an auditor', async () => {
    const karl = await openWindow(browser, { phone: true });
    await enter(karl.context, 'karl');
    await karl.page.goto('/');
    await karl.page.getByRole('button', { name: /Your settings/ }).click();
    await karl.page.getByRole('link', { name: 'Your profile' }).waitFor();
    expect(await karl.page.getByRole('link', { name: 'Administration' }).count()).toBe(0);
    for (const path of ['sent', 'job-runs', 'schedule'])
      expect((await karl.context.request.get(`/api/v1/${path}`)).status()).toBe(403);
    await karl.page.goto('/admin/sent');
    await karl.page.getByRole('heading', { name: 'This is kept by HR and administrators' }).waitFor();

    const olga = await openWindow(browser);
    await enter(olga.context, 'olga');
    await olga.page.goto('/admin');
    await olga.page.getByRole('link', { name: 'Audit log' }).waitFor();
    expect(await olga.page.getByRole('link', { name: 'What was sent' }).count()).toBe(0);
    expect((await olga.context.request.get('/api/v1/sent')).status()).toBe(403);
  });

  it('is read on a phone, in German', async () => {
    const { context, page, complaints } = await openWindow(browser, { phone: true, language: 'de' });
    await enter(context, 'sam');
    await page.goto('/');
    await page.getByRole('button', { name: /Deine Einstellungen/ }).click();
    await page.getByRole('link', { name: 'Verwaltung' }).click();
    await page.getByRole('link', { name: 'Was verschickt wurde' }).click();
    for (const part of ['Verschickt', 'Was von selbst hinausgeht', 'Läufe']) {
      await page.getByRole('link', { name: part, exact: true }).click();
      await settled(page);
      expect(await tooWide(page)).toBe(false);
      expect(await page.getByText(/\b(sent|job)[-.][a-z]/).count()).toBe(0);
    }
    expect(await faults(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
