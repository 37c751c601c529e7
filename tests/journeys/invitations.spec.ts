import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { faults, openBrowser, openWindow } from './browser';
import { Installation, secret } from './installation';

let browser: Browser;
let pier: Installation;
let cookie: string;

beforeAll(async () => {
  browser = await openBrowser();
  pier = new Installation();
  await pier.start();
  cookie = await pier.enter();
  for (const [name, email] of [
    ['Mio Sand', 'mio@pier.example'],
    ['Noa Kai', 'noa@pier.example'],
    ['=Ona Mole', 'ona@pier.example'],
  ])
    await pier.ask('POST', '/people', cookie, { name, email });
});
afterAll(async () => {
  await browser.close();
  await Installation.removeAll();
});

async function office(look: Parameters<typeof openWindow>[1] = {}) {
  const opened = await openWindow(browser, look);
  const [name, value] = cookie.split('=') as [string, string];
  await opened.context.addCookies([{ name, value, url: pier.address }]);
  await opened.page.goto(`${pier.address}/admin/invitations`);
  return opened;
}

const linkOf = (page: Page, name: string) =>
  page
    .getByRole('listitem')
    .filter({ hasText: name })
    .getByText(/\/set-password\?token=/)
    .innerText();

async function kept(page: Page, button: string) {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  const text = readFileSync(await file.path(), 'utf8').replace('\ufeff', '');
  return { name: file.suggestedFilename(), lines: text.trim().split('\r\n') };
}

describe('the sheet of links', () => {
  it('is made for one by keyboard, kept as a file and shown once [IDN-25]', async () => {
    const { page, complaints } = await office();
    await page.getByRole('heading', { name: '3 people have never been in' }).waitFor();
    await page.getByText('3 of them have no link that works.').waitFor();
    expect(await faults(page)).toEqual([]);
    await page.getByRole('checkbox', { name: /Mio Sand/ }).focus();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Make a sheet for one person' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'A link for one person' }).waitFor();
    expect(await linkOf(page, 'Mio Sand')).toContain(pier.address);
    expect(await faults(page)).toEqual([]);

    const { name, lines } = await kept(page, 'Keep as CSV');
    expect(name).toBe('sign-in-links.csv');
    expect(lines[0]).toBe('name,email,link,until');
    expect(lines[1]).toMatch(
      /^Mio Sand,mio@pier\.example,http:\/\/127\.0\.0\.1:\d+\/set-password\?token=\w+,\d{4}-/,
    );

    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0);
    expect(await page.getByText(/\/set-password\?token=/).isVisible()).toBe(true);
    await page.emulateMedia({ media: 'screen' });

    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByText(/link until .*, made by Ruth Pier/).waitFor();
    expect(await page.getByText(/\/set-password\?token=/).count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('is made for all on a phone, in German and in the dark, and lets each person in [IDN-15] [IDN-25]', async () => {
    const { page, complaints } = await office({ phone: true, scheme: 'dark', language: 'de' });
    await page.getByRole('heading', { name: '3 Personen waren noch nie angemeldet' }).waitFor();
    expect(await faults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Blatt für alle 3 erstellen' }).click();
    await page.getByRole('heading', { name: 'Links für 3 Personen' }).waitFor();
    expect(await faults(page)).toEqual([]);
    const widest = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(widest).toBeLessThanOrEqual(0);
    const link = await linkOf(page, 'Noa Kai');
    // What a spreadsheet would take for a formula is kept as text.
    const { name, lines } = await kept(page, 'Als CSV sichern');
    expect(name).toBe('anmeldelinks.csv');
    expect(lines).toHaveLength(4);
    expect(lines).toContainEqual(expect.stringMatching(/^'=Ona Mole,ona@pier\.example,/));
    expect(complaints).toEqual([]);

    const noa = await openWindow(browser);
    await noa.page.goto(link);
    await noa.page.getByText('Ruth Pier made this link.').waitFor();
    await noa.page.getByLabel('New password').fill(secret);
    await noa.page.getByRole('button', { name: 'Set password' }).click();
    await noa.page.getByRole('heading', { name: 'Your organisation is getting ready' }).waitFor();
    await noa.page.goto(`${pier.address}/inbox`);
    await noa.page.goto(link);
    await noa.page.getByRole('alert').waitFor();

    await page.getByRole('button', { name: 'Fertig' }).click();
    await page.getByRole('heading', { name: '2 Personen waren noch nie angemeldet' }).waitFor();
    const told = await pier.read<{ items: { kind: string; actor: { name: string } | null }[] }>(
      '/notices',
      await pier.enter('noa@pier.example'),
    );
    expect(told.items.map(({ kind, actor }) => [kind, actor?.name])).toEqual([['access_link', 'Ruth Pier']]);
  });

  it('is nobody else’s', async () => {
    const refused = await pier.ask('GET', '/invitations', await pier.enter('noa@pier.example'));
    expect(refused.status).toBe(403);
  });
});

describe('whoever stands before the door without a password', () => {
  const words = {
    en: {
      ask: 'No password yet, or forgotten?',
      title: 'How you get in',
      parts: ['You have never been in', 'You have forgotten your password'],
      says: /This server sends no mail/,
      back: 'Back to sign-in',
    },
    de: {
      ask: 'Noch kein Passwort, oder vergessen?',
      title: 'So kommst du hinein',
      parts: ['Du warst noch nie angemeldet', 'Du hast dein Passwort vergessen'],
      says: /Dieser Server verschickt keine E-Mails/,
      back: 'Zurück zur Anmeldung',
    },
  };
  it.each([
    ['en', {}],
    ['de', { scheme: 'dark', phone: true }],
  ] as const)('reads who helps, and is promised no mail (%s) [IDN-22]', async (language, look) => {
    const { page, complaints } = await openWindow(browser, { language, ...look });
    const { ask, title, parts, says, back } = words[language];
    await page.goto(`${pier.address}/sign-in`);
    await page.getByRole('link', { name: ask }).click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await page.getByText(says).waitFor();
    for (const part of parts) await page.getByRole('heading', { level: 2, name: part }).waitFor();
    expect(await page.getByRole('textbox').count()).toBe(0);
    expect(await faults(page)).toEqual([]);
    await page.getByRole('link', { name: back }).click();
    await page.waitForURL(/\/sign-in$/);
    expect(complaints).toEqual([]);
  });

  it('is let in by no administrator alone, and by no second invitation [IDN-22]', async () => {
    const noa = (await pier.read<{ items: { id: string; name: string }[] }>('/people?text=Noa', cookie))
      .items[0]!;
    const asked = await pier.ask('PUT', `/people/${noa.id}/forgotten-password`, cookie);
    expect(await asked.json()).toMatchObject({ link: null, asked_by: { name: 'Ruth Pier' } });
    const again = await pier.ask('PUT', `/people/${noa.id}/forgotten-password`, cookie);
    expect(await again.json()).toMatchObject({ link: null });
    expect((await pier.ask('POST', `/people/${noa.id}/invitation`, cookie)).status).toBe(409);
  });
});
