import type { PersonName } from '@/lib/people';

/** The name that is being typed after an @, up to the caret. */
export const mentionAt = (text: string, caret: number) =>
  /(?:^|\s)@([\p{L}][\p{L}.-]*)$/u.exec(text.slice(0, caret))?.[1];

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
