import subsetFont from 'subset-font';
import type { Plugin } from 'vite';
import { firstFont } from './bundle.ts';

/** What the style sheet of the font says it is for. */
const range =
  'U+20-FF,U+131,U+152-153,U+2BB-2BC,U+2C6,U+2DA,U+2DC,U+304,U+308,U+329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD';

function* charactersOf(ranges: string) {
  for (const part of ranges.split(',')) {
    const [first, last = first] = part.slice(2).split('-') as [string, string?];
    for (let code = parseInt(first, 16); code <= parseInt(last!, 16); code++)
      yield String.fromCodePoint(code);
  }
}

/** Leaves out of the first font what no page shows: weights under 400 and over 700, and letters of other shapes. Half of it stays. */
export const lighterFont = (): Plugin => ({
  name: 'waymark-lighter-font',
  apply: 'build',
  async generateBundle(_, bundle) {
    const font = Object.values(bundle).find(({ fileName }) => firstFont.test(fileName));
    if (font?.type !== 'asset') throw new Error('the font of the app is not here');
    font.source = await subsetFont(Buffer.from(font.source), [...charactersOf(range)].join(''), {
      targetFormat: 'woff2',
      variationAxes: { wght: { min: 400, max: 700 } },
      keepFeatures: ['ccmp', 'kern', 'locl', 'mark', 'mkmk', 'tnum'],
    });
  },
});
