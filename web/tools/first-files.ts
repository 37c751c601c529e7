import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HtmlTagDescriptor, Plugin } from 'vite';
import { firstFont, needs, type Bundle } from './bundle.ts';

const boot = join(import.meta.dirname, '../public/boot.js');
/** The scripts of the page in the order in which they run; the last one starts the app. */
const script = /<script type="module" crossorigin src="\/([^"]+)"><\/script>/g;

const list = [/OkrsPage\.tsx$/, /overview\/ListTab\.tsx$/];
const map = [/OkrsPage\.tsx$/, /map\/MapTab\.tsx$/];

/** By language and by the start of an address: the modules that a first visit wants next. */
const wanted: Record<string, RegExp[]> = {
  en: [/virtual:messages\/en$/],
  de: [/virtual:messages\/de$/],
  '/': [/MyWeekPage\.tsx$/],
  '/okrs': list,
  '/okrs?tab=map': map,
  '/objectives/': [/objective\/ObjectivePage\.tsx$/],
  '/check-in': [/CheckInPage\.tsx$/],
  '/teams/': [/TeamBoardPage\.tsx$/],
  '/dashboard': [/app\/DashboardPage\.tsx$/],
  '/inbox': [/InboxPage\.tsx$/],
};

/** Where the app starts, and the files that each of these needs beside that. */
function firstFiles(bundle: Bundle, scripts: string[]) {
  const chunks = Object.values(bundle).filter((one) => one.type === 'chunk');
  const there = needs(bundle, scripts);
  const filesOf = (modules: RegExp[]) => {
    const roots = chunks.filter(({ facadeModuleId: id }) => id && modules.some((one) => one.test(id)));
    if (roots.length !== modules.length) throw new Error(`no page of its own for ${modules.join(', ')}`);
    const names = needs(
      bundle,
      roots.map(({ fileName }) => fileName),
    ).filter((name) => !there.includes(name));
    return names.map((name) => name.replace('assets/', ''));
  };
  const pages = Object.entries(wanted).map(([name, modules]) => [name, filesOf(modules)]);
  return { start: `/${scripts.at(-1)}`, ...Object.fromEntries(pages) };
}

/** Has boot.js ask for what a first visit needs, and start the app once the frame of the page is drawn. */
export const firstFilesEarly = (): Plugin => ({
  name: 'waymark-first-files',
  enforce: 'post',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const page = bundle['index.html'];
      if (page?.type !== 'asset') throw new Error('the page of the app is not here yet');
      const html = String(page.source);
      const scripts = [...html.matchAll(script)].map(([, name]) => name!);
      if (scripts.length === 0) throw new Error('the page of the app starts nothing');
      page.source = html.replaceAll(
        script,
        '<link rel="modulepreload" fetchpriority="low" crossorigin href="/$1">',
      );
      const files = JSON.stringify(firstFiles(bundle, scripts));
      const source = readFileSync(boot, 'utf8').replace('firstFiles = {}', () => `firstFiles = ${files}`);
      this.emitFile({ type: 'asset', fileName: 'boot.js', source });
    },
  },
  transformIndexHtml: {
    order: 'post',
    handler(_, { bundle = {} }): HtmlTagDescriptor[] {
      const font = Object.keys(bundle).find((name) => firstFont.test(name));
      const attrs = {
        rel: 'preload',
        href: `/${font}`,
        as: 'font',
        type: 'font/woff2',
        crossorigin: true,
        fetchpriority: 'low',
      };
      return font ? [{ tag: 'link', attrs, injectTo: 'head' }] : [];
    },
  },
});
