import type { PersonName } from '@/lib/people';

const opening = String.raw`(?:^|[\s("'«„“‚‘])`;
const word = String.raw`[\p{L}\p{M}][\p{L}\p{M}.'’-]*`;
const name = `${word}(?: ${word}){0,4}`;
const beforeCaret = new RegExp(`${opening}@(${name} ?)$`, 'u');
const anywhere = new RegExp(`${opening}@(${name})`, 'gu');

/** The name that is being typed after an @, up to the caret: several words, while somebody may still be called so. */
export const mentionAt = (text: string, caret: number) => beforeCaret.exec(text.slice(0, caret))?.[1];

/** The text with the name in place of what was typed of it, and where the caret goes. */
export function withMention(text: string, caret: number, { name }: PersonName) {
  const typed = mentionAt(text, caret) ?? '';
  const start = text.slice(0, caret - typed.length) + name + ' ';
  return { text: start + text.slice(caret).replace(/^ /, ''), caret: start.length };
}

/** Those of the people chosen whose name still stands in the text. */
export const mentioned = (text: string, people: PersonName[]) => [
  ...new Map(people.filter(({ name }) => text.includes(`@${name}`)).map((one) => [one.id, one])).keys(),
];

const same = (one: string) => one.normalize('NFC').replaceAll('’', "'").toLocaleLowerCase();
const begins = (typed: string, { name }: PersonName) => `${same(typed)} `.startsWith(`${same(name)} `);

/** What was typed behind each @ without choosing anybody. */
export const typedOut = (text: string, chosen: PersonName[]) =>
  [...text.matchAll(anywhere)]
    .map(([, typed]) => typed!)
    .filter((typed) => !chosen.some((one) => begins(typed, one)));

/** Who is called as it was typed out; nobody where several are. */
export function bearer(typed: string, people: PersonName[]) {
  const called = people.filter((one) => begins(typed, one));
  const longest = Math.max(0, ...called.map(({ name }) => name.length));
  const most = called.filter(({ name }) => name.length === longest);
  return most.length === 1 ? most[0] : undefined;
}
