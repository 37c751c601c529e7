// Audits the running demo world (WAYMARK_URL) as ana sees it. Accessibility and best practices must be perfect. Performance is shown beside what
// we promise and held to it with --performance: that depends on the machine, and a page that falls short is then measured again for a median of three.
import { launch } from 'chrome-launcher';
import lighthouse, { desktopConfig } from 'lighthouse';

const url = process.env.WAYMARK_URL;
const password = process.env.WAYMARK_DEMO_PASSWORD ?? 'measure twice, cut once';
const chromeFlags = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
const looks = [
  { look: 'desktop', config: desktopConfig, performance: 98 },
  { look: 'mobile', config: undefined, performance: 90 },
];
const holdsPerformance = process.argv.includes('--performance');
const perfect = { accessibility: 100, 'best-practices': 100 };

async function signIn() {
  const answer = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email: 'ana@halden.example', password }),
  });
  if (!answer.ok) throw new Error(`ana cannot sign in: ${answer.status}`);
  return answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; ');
}

async function pages(cookie) {
  const week = await (await fetch(`${url}/api/v1/my-week`, { headers: { cookie } })).json();
  const objective = [...week.due, ...week.not_due][0].objective_id;
  return ['/', '/okrs', `/objectives/${objective}`, '/okrs?tab=map'];
}

// A browser that stumbles on a busy machine is asked again, twice at most.
async function measure(page, config, cookie, tries = 3) {
  const report = await measureOnce(page, config, cookie);
  if (!report.runtimeError) return report;
  if (tries === 1) throw new Error(`${page}: ${report.runtimeError.message}`);
  return measure(page, config, cookie, tries - 1);
}

async function measureOnce(page, config, cookie) {
  const chrome = await launch({ chromePath: process.env.CHROMIUM ?? '/usr/bin/chromium', chromeFlags });
  try {
    const flags = { port: chrome.port, logLevel: 'silent', extraHeaders: { Cookie: cookie }, onlyCategories: ['performance', ...Object.keys(perfect)] };
    return (await lighthouse(url + page, flags, config)).lhr;
  } finally {
    chrome.kill();
  }
}

const score = (report, category) => Math.round(report.categories[category].score * 100);
const seconds = (report, audit) => (report.audits[audit].numericValue / 1000).toFixed(2);
const failed = (report) =>
  Object.values(report.audits)
    .filter(({ score: got, scoreDisplayMode }) => scoreDisplayMode === 'binary' && got !== null && got < 1)
    .map(({ id }) => id);

async function audit(page, { look, config, performance }, cookie) {
  const wanted = { performance: holdsPerformance ? performance : 0, ...perfect };
  const short = (report) => Object.keys(wanted).filter((category) => score(report, category) < wanted[category]);
  const reports = [await measure(page, config, cookie)];
  while (short(reports[0]).length > 0 && reports.length < 3) {
    reports.push(await measure(page, config, cookie));
    if (reports.length === 3) reports.sort((a, b) => score(a, 'performance') - score(b, 'performance'));
  }
  const report = reports.length === 3 ? reports[1] : reports.at(-1);
  const missed = short(report);
  const scores = Object.keys(wanted).map((category) => `${category} ${score(report, category)}`);
  scores[0] += ` of ${performance}`;
  const times = `FCP ${seconds(report, 'first-contentful-paint')} s, LCP ${seconds(report, 'largest-contentful-paint')} s, blocked ${Math.round(report.audits['total-blocking-time'].numericValue)} ms, shift ${report.audits['cumulative-layout-shift'].numericValue.toFixed(3)}`;
  console.log(`${missed.length === 0 ? 'ok  ' : 'FAIL'} ${look} ${page}: ${scores.join(', ')} (${times})`);
  if (missed.length > 0) console.log(`     ${missed.join(', ')} below what we promise; failed: ${failed(report).join(', ') || 'none'}`);
  return missed.length === 0;
}

const cookie = await signIn();
let passed = true;
for (const page of await pages(cookie)) for (const look of looks) passed = (await audit(page, look, cookie)) && passed;
process.exit(passed ? 0 : 1);
