import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { faults, openBrowser, openWindow } from './browser';
import { Installation, secret } from './installation';

let browser: Browser;
let pier: Installation;
let address: string;

beforeAll(async () => {
  browser = await openBrowser();
  pier = new Installation();
  await pier.start();
  address = pier.address;
});
afterAll(async () => {
  await browser.close();
  await Installation.removeAll();
});

async function signIn(page: Page, mail: string) {
  await page.goto(`${address}/sign-in`);
  await page.getByLabel('Work e-mail').fill(mail);
  await page.getByLabel('Password', { exact: true }).fill(secret);
  await page.keyboard.press('Enter');
}

describe('the first day', () => {
  it('leads from an empty installation to the first OKR, and tells others to wait', async () => {
    const { context, page, complaints } = await openWindow(browser);
    await signIn(page, 'root@pier.example');
    await page.getByRole('heading', { level: 1, name: /^Welcome/ }).waitFor();
    expect(await faults(page)).toEqual([]);
    for (const path of ['okrs', 'dashboard', 'check-in', 'write', 'digest']) {
      await page.goto(`${address}/${path}`);
      await page.getByRole('heading', { level: 1, name: /^Welcome/ }).waitFor();
    }

    const asked = { headers: { Origin: address } };
    const person = await context.request.post(`${address}/api/v1/people`, {
      data: { name: 'Mio Sand', email: 'mio@pier.example' },
      ...asked,
    });
    const { id } = (await person.json()) as { id: string };
    const invited = await context.request.post(`${address}/api/v1/people/${id}/invitation`, asked);
    const { link } = (await invited.json()) as { link: string };
    const mio = await openWindow(browser);
    await mio.page.goto(new URL(link, address).href);
    await mio.page.getByLabel('New password').fill(secret);
    await mio.page.getByRole('button', { name: 'Set password' }).click();
    await mio.page.getByRole('heading', { name: 'Your organisation is getting ready' }).waitFor();
    expect(await faults(mio.page)).toEqual([]);

    await page.goto(address);
    await page.getByRole('button', { name: 'Begin a cycle' }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByLabel('Name').inputValue()).toMatch(/^Q[1-4] \d{4}$/);
    expect(await faults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Add a cycle' }).click();
    await page.getByRole('heading', { level: 1, name: /Ruth$/ }).waitFor();

    await mio.page.getByRole('link', { name: 'Write an objective' }).click();
    await mio.page.getByLabel('Objective', { exact: true }).fill('Be the pier that sailors recommend');
    await mio.page
      .getByRole('textbox', { name: 'Key result 1' })
      .fill('Raise berths booked a week ahead from 20 % to 60 %');
    await mio.page.getByRole('button', { name: 'Publish' }).click();
    await mio.page.getByRole('heading', { level: 1, name: /sailors recommend/ }).waitFor();
    expect(complaints).toEqual([]);
    expect(mio.complaints).toEqual([]);
  });
});
