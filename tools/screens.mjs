// Pictures of the main pages of the running demo world: screens.mjs FOLDER, with WAYMARK_URL.
import { createRequire } from 'node:module';
import { join } from 'node:path';

const { chromium } = createRequire(new URL('../web/package.json', import.meta.url))('playwright-core');
const [folder] = process.argv.slice(2);
const url = process.env.WAYMARK_URL;
const password = process.env.WAYMARK_DEMO_PASSWORD ?? 'measure twice, cut once';

const looks = {
  wide: { viewport: { width: 1360, height: 850 } },
  dark: { viewport: { width: 1360, height: 850 }, colorScheme: 'dark' },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
};

async function read(context, path) {
  const answer = await context.request.get(`/api/v1${path}`);
  if (!answer.ok()) throw new Error(`GET ${path}: ${answer.status()} ${await answer.text()}`);
  return answer.json();
}

async function pages(context) {
  const teams = await read(context, '/teams');
  const { due, not_due } = await read(context, '/my-week');
  const mine = [...due, ...not_due][0];
  return {
    home: '/',
    'check-in': '/check-in',
    board: `/teams/${teams.items.find(({ name }) => name === 'Engineering').id}`,
    objective: `/objectives/${mine.objective_id}`,
    writing: '/write',
    people: '/people',
  };
}

async function shoot(page, path, file) {
  await page.goto(path);
  await page.getByRole('heading').first().waitFor();
  await page.waitForTimeout(500);
  await page.screenshot({ path: file, fullPage: true });
  console.log(file);
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless=new', '--no-sandbox', '--disable-gpu'],
});
for (const [look, options] of Object.entries(looks)) {
  const context = await browser.newContext({ baseURL: url, locale: 'en-GB', reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  await shoot(page, '/', join(folder, `${look}-sign-in.png`));
  const entered = await context.request.post('/api/v1/session', {
    data: { email: 'ana@halden.example', password },
    headers: { Origin: url },
  });
  if (!entered.ok()) throw new Error(`ana cannot sign in: ${entered.status()}`);
  for (const [name, path] of Object.entries(await pages(context))) await shoot(page, path, join(folder, `${look}-${name}.png`));
  await context.close();
}
await browser.close();
