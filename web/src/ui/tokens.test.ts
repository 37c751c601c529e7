import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

type Theme = Record<string, string>;

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');
const block = (selector: string): Theme => {
  const start = css.indexOf(`${selector} {`);
  const body = css.slice(start, css.indexOf('}', start));
  return Object.fromEntries(
    [...body.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name!, value!]),
  );
};
const light = block(':root');
const dark = { ...light, ...block("[data-mantine-color-scheme='dark']") };
const themes: Record<string, Theme> = {
  light,
  dark,
  'light, high contrast': { ...light, ...block("[data-contrast='more']") },
  'dark, high contrast': { ...dark, ...block("[data-contrast='more'][data-mantine-color-scheme='dark']") },
};

const linear = (channel: number) =>
  channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
const luminance = (colour: string) => {
  const [red, green, blue] = [1, 3, 5].map((at) => linear(parseInt(colour.slice(at, at + 2), 16) / 255));
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
};
const contrast = (a: string, b: string) => {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high! + 0.05) / (low! + 0.05);
};

const statuses = ['on-track', 'at-risk', 'off-track', 'stale', 'done'];
const texts: [string, string][] = [
  ...['page', 'surface', 'sunken', 'hover', 'flash'].flatMap((on): [string, string][] => [['ink', on]]),
  ...['page', 'surface', 'hover'].flatMap((on): [string, string][] => [
    ['ink-soft', on],
    ['link', on],
    ['danger', on],
  ]),
  ...statuses.flatMap((status): [string, string][] => [
    [status, `${status}-soft`],
    [status, 'surface'],
    [status, 'page'],
  ]),
  ['on-accent', 'accent'],
  ['link', 'accent-soft'],
  ['danger', 'danger-soft'],
];
const marks: [string, string][] = [
  ['control-line', 'surface'],
  ['bar-fill', 'bar-track'],
  ['pace', 'bar-track'],
  ['chart-value', 'surface'],
  ['chart-pace', 'surface'],
  ['chart-target', 'surface'],
];

describe.each(Object.entries(themes))('the colours in %s', (name, theme) => {
  it('keep 4.5:1 for text, and far more for what is read at length', () => {
    expect(texts.filter(([ink, on]) => contrast(theme[ink]!, theme[on]!) < 4.5)).toEqual([]);
    expect(contrast(theme.ink!, theme.surface!)).toBeGreaterThan(name.includes('high') ? 15 : 7);
  });
  it('keep 3:1 for marks and borders of controls', () => {
    expect(marks.filter(([mark, on]) => contrast(theme[mark]!, theme[on]!) < 3)).toEqual([]);
  });
});

it('two weights beside the plain one are all that any sheet asks for', () => {
  const src = join(import.meta.dirname, '..');
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' });
  const sheets = files.filter((file) => file.endsWith('.css'));
  const asks = (sheet: string) => readFileSync(join(src, sheet), 'utf8');
  expect(sheets.length).toBeGreaterThan(50);
  expect(sheets.filter((sheet) => /font(-weight)?: (?!400\b)\d{3}\b/.test(asks(sheet)))).toEqual([]);
});
