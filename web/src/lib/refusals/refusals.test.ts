import { afterEach, describe, expect, it } from 'vitest';
import { inReadersLanguage, learn, learnRefusals } from './refusals';

afterEach(() => learn({}));

describe('a refusal', () => {
  it('is said in the language of the reader', async () => {
    await learnRefusals('de');
    expect(inReadersLanguage('Please sign in.')).toBe('Bitte melde dich an.');
    expect(
      inReadersLanguage('This day lies outside the cycle, which runs from 2026-01-05 to 2026-04-05.'),
    ).toBe('Dieser Tag liegt außerhalb des Zyklus, der von 2026-01-05 bis 2026-04-05 läuft.');
  });

  it('keeps names, and says what is inside it in the same language', async () => {
    await learnRefusals('de');
    expect(inReadersLanguage('Ana Berg has left and can lead nobody.')).toBe(
      'Ana Berg ist gegangen und kann niemanden führen.',
    );
    expect(inReadersLanguage('Ana Berg has left.')).toBe('Ana Berg ist gegangen.');
    expect(inReadersLanguage('"title" must not be empty.')).toBe('„title“ darf nicht leer sein.');
  });

  it('stays as it was said where nobody has translated it, and in English', async () => {
    await learnRefusals('de');
    expect(inReadersLanguage('Something quite new happened')).toBe('Something quite new happened');
    await learnRefusals('en');
    expect(inReadersLanguage('Please sign in.')).toBe('Please sign in.');
  });
});
