import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { firstFont, needs, type Bundle } from './bundle.ts';

const worker = join(import.meta.dirname, '../worker/sw.js');
const alsoOffline = /CheckInPage\.tsx$|virtual:messages\/(en|de)/;

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

/** Writes sw.js with the files of this build. */
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
});
