import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite';

const worker = join(import.meta.dirname, '../worker/sw.js');
const firstFont = /inter-latin-wght-normal.*\.woff2$/;
const alsoOffline = /CheckInPage\.tsx$|virtual:messages\/(en|de)/;

type Bundle = Rolldown.OutputBundle;

/** What these chunks need to run: themselves, what they import at once, and their styles. */
function needs(bundle: Bundle, names: string[]): string[] {
  const all = new Set<string>();
  const take = (name: string) => {
    const chunk = bundle[name];
    if (all.has(name) || chunk?.type !== 'chunk') return;
    all.add(name);
    chunk.imports.forEach(take);
  };
  names.forEach(take);
  return [...all];
}

function offlineFiles(bundle: Bundle) {
  const chunks = Object.values(bundle).filter((one) => one.type === 'chunk');
  const wanted = chunks.filter((one) => one.isEntry || alsoOffline.test(one.facadeModuleId ?? ''));
  const styles = Object.keys(bundle).filter((name) => name.endsWith('.css') || firstFont.test(name));
  return [
    ...needs(
      bundle,
      wanted.map(({ fileName }) => fileName),
    ),
    ...styles,
  ].map((name) => `/${name}`);
}

/** By name what a first visit wants next, so that boot.js can ask for it before the scripts have run. */
function firstFiles(bundle: Bundle) {
  const named = {
    en: /virtual:messages\/en$/,
    de: /virtual:messages\/de$/,
    home: /MyWeekPage\.tsx$|HomePage\.tsx$/,
  };
  const chunks = Object.values(bundle).filter((one) => one.type === 'chunk');
  return Object.fromEntries(
    Object.entries(named).flatMap(([name, module]) => {
      const chunk = chunks.find(({ facadeModuleId }) => module.test(facadeModuleId ?? ''));
      return chunk ? [[name, `/${chunk.fileName}`]] : [];
    }),
  );
}

/** Writes sw.js with the files of this build, and has the browser fetch early what a first visit needs. */
export const offline = (): Plugin => ({
  name: 'waymark-offline',
  enforce: 'post',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const source = readFileSync(worker, 'utf8').replace(
        '__OFFLINE__',
        JSON.stringify(offlineFiles(bundle)),
      );
      this.emitFile({ type: 'asset', fileName: 'sw.js', source });
    },
  },
  transformIndexHtml: {
    order: 'post',
    handler(_, { bundle = {} }): HtmlTagDescriptor[] {
      const font = Object.keys(bundle).find((name) => firstFont.test(name));
      const attrs = { rel: 'preload', href: `/${font}`, as: 'font', type: 'font/woff2', crossorigin: true };
      const content = JSON.stringify(firstFiles(bundle));
      return [
        { tag: 'meta', attrs: { name: 'first-files', content }, injectTo: 'head-prepend' },
        ...(font ? [{ tag: 'link', attrs, injectTo: 'head' as const }] : []),
      ];
    },
  },
});
