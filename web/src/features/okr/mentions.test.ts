import { expect, it } from 'vitest';
import { mentionAt, mentioned, withMention } from './mentions';

const ben = { id: '2', name: 'Ben Kaya' };

it('finds the name that is being typed', () => {
  expect(mentionAt('Ask @be', 7)).toBe('be');
  expect(mentionAt('@Jö', 3)).toBe('Jö');
  expect(mentionAt('mail me@home', 12)).toBeUndefined();
  expect(mentionAt('Ask @be today', 13)).toBeUndefined();
});

it('puts the name in its place and leaves the caret behind it', () => {
  expect(withMention('Ask @be now', 7, ben)).toEqual({ text: 'Ask @Ben Kaya now', caret: 14 });
});

it('mentions only who still stands in the text, once', () => {
  expect(mentioned('Thanks @Ben Kaya', [ben, ben, { id: '3', name: 'Cam Nguyen' }])).toEqual(['2']);
});
