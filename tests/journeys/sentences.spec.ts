import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { enter, faults, openBrowser, openWindow, settled, url } from './browser';
import { objectiveNow, teamNamed, writeForTeam } from './world';

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

describe('a sentence that states other figures than its measure', () => {
  // [WRITE-5] [WRITE-7]
  it('is marked with the same words on its page, board, presentation, list and retro', async () => {
    const { context, page, complaints } = await openWindow(browser);
    await enter(context, 'ana');
    const objective = await writeForTeam(context, 'Engineering', 'Hear a pin drop');
    const [noise] = (await objectiveNow(context, objective)).key_results;
    await context.request.patch(`/api/v1/key-results/${noise!.id}`, {
      data: { target: 2, reason: 'One is below the noise of the room' },
      headers: { Origin: url, 'If-Match': `"${noise!.version}"` },
    });
    const { id: team } = await teamNamed(context, 'Engineering');
    const { cycle } = await objectiveNow(context, objective);
    const marked = page.getByRole('note').filter({ hasText: 'Reduce the noise from 9 to 2' });
    const pages = [
      `/objectives/${objective.id}`,
      `/teams/${team}`,
      `/okrs?text=${encodeURIComponent(objective.title)}`,
      `/teams/${team}/retro/${cycle.id}`,
    ];
    for (const at of pages) {
      await page.goto(at);
      await settled(page);
      await marked.first().waitFor();
      expect(await faults(page)).toEqual([]);
    }
    // The list says what the objective is measured by, without being opened.
    await page.goto(`/okrs?text=${encodeURIComponent(objective.title)}`);
    await page.getByText('Reduce the noise from 9 to 1 · Pass both tests').waitFor();

    await page.goto(`/teams/${team}/present`);
    await settled(page);
    await page
      .getByText(objective.title)
      .or(page.getByRole('button', { name: 'Next' }))
      .first()
      .waitFor();
    for (let slide = 0; slide < 60 && (await marked.count()) === 0; slide += 1)
      await page.keyboard.press('ArrowRight');
    await marked.first().waitFor();
    expect(await faults(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

describe('the map', () => {
  // [OKR-107]
  it('is one link away from an objective, shows its first link, and the others on demand', async () => {
    const { context, page, complaints } = await openWindow(browser);
    await enter(context, 'ana');
    const [first, second, child] = [
      await writeForTeam(context, 'Engineering', 'First above'),
      await writeForTeam(context, 'Engineering', 'Second above'),
      await writeForTeam(context, 'Engineering', 'Below both'),
    ];
    for (const parent of [first, second])
      await context.request.post(`/api/v1/objectives/${child.id}/supports`, {
        data: { parent_id: parent.id },
        headers: { Origin: url },
      });
    await page.goto(`/objectives/${child.id}`);
    await settled(page);
    await page.getByRole('link', { name: 'Show it on the map' }).click();
    await page.waitForURL(/tab=map/);
    await settled(page);
    expect(new URL(page.url()).searchParams.get('focus')).toBe(child.id);
    const more = page.getByRole('button', { name: /more links?$/ });
    expect(await more.getAttribute('aria-pressed')).toBe('false');
    await more.click();
    await page.waitForURL(/links=all/);
    expect(await more.getAttribute('aria-pressed')).toBe('true');
    expect(await faults(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
