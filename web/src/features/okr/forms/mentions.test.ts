import { expect, it } from 'vitest';
import { bearer, mentionAt, mentioned, typedOut, withMention } from './mentions';

const ben = { id: '2', name: 'Ben Kaya' };
const at = (text: string) => mentionAt(text, text.length);

it('finds the name that is being typed', () => {
  expect(mentionAt('Ask @be', 7)).toBe('be');
  expect(mentionAt('@Jö', 3)).toBe('Jö');
  expect(mentionAt('mail me@home', 12)).toBeUndefined();
  expect(mentionAt('Ask @be today', 7)).toBe('be');
});

it('goes on over spaces, apostrophes and marks, and begins after a bracket or a quotation mark', () => {
  expect(at('@Ben K')).toBe('Ben K');
  expect(at('@Ben ')).toBe('Ben ');
  expect(at("@O'B")).toBe("O'B");
  expect(at('@O’B')).toBe('O’B');
  expect(at('@Sinéad O')).toBe('Sinéad O');
  expect(at('@प्रिया')).toBe('प्रिया');
  expect(at('@กิตติ')).toBe('กิตติ');
  expect(at('(@Ben')).toBe('Ben');
  expect(at('"@Ben')).toBe('Ben');
  expect(at('@Anne-Marie de la Cruz')).toBe('Anne-Marie de la Cruz');
  expect(at('@Ben, look')).toBeUndefined();
});

it('puts the name in its place and leaves the caret behind it', () => {
  expect(withMention('Ask @be now', 7, ben)).toEqual({ text: 'Ask @Ben Kaya now', caret: 14 });
  expect(withMention('Ask @Ben K', 10, ben)).toEqual({ text: 'Ask @Ben Kaya ', caret: 14 });
});

it('mentions only who still stands in the text, once', () => {
  expect(mentioned('Thanks @Ben Kaya', [ben, ben, { id: '3', name: 'Cam Nguyen' }])).toEqual(['2']);
});

it('knows who is called as it was typed out, unless several are', () => {
  expect(typedOut('@Ben Kaya and @Cam Nguyen, look', [ben])).toEqual(['Cam Nguyen']);
  expect(bearer('ben kaya can you', [ben, { id: '4', name: 'Ben' }])).toEqual(ben);
  expect(bearer('Ben Kayaman', [ben])).toBeUndefined();
  expect(bearer('Ben Kaya', [ben, { id: '5', name: 'Ben Kaya' }])).toBeUndefined();
});
