/** What the server says when it says no, in English, and the same in the reader's language. `{}` stands for what varies. */
type Catalog = Record<string, string>;

const catalogs: Partial<Record<string, () => Promise<{ default: Catalog }>>> = {
  de: () => import('./de.json'),
};

type Pattern = { matches: RegExp; said: string };
let exact: Catalog = {};
let patterns: Pattern[] = [];

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const fixedLetters = (sentence: string) => sentence.replaceAll('{}', '').length;

export function learn(catalog: Catalog) {
  exact = catalog;
  // The one that says most itself goes first: “{} has left.” is no answer to “{} has left and can lead nobody.”
  patterns = Object.entries(catalog)
    .filter(([sentence]) => sentence.includes('{}'))
    .sort(([a], [b]) => fixedLetters(b) - fixedLetters(a))
    .map(([sentence, said]) => ({
      matches: new RegExp(`^${sentence.split('{}').map(escaped).join('([\\s\\S]*)')}$`),
      said,
    }));
}

/** Before anything is refused in this language; English needs nothing. */
export async function learnRefusals(language: string) {
  learn((await catalogs[language]?.())?.default ?? {});
}

/** The sentence in the reader's language; one that nobody has translated stays as the server said it. */
export function inReadersLanguage(sentence: string): string {
  const whole = exact[sentence];
  if (whole !== undefined) return whole;
  for (const { matches, said } of patterns) {
    const found = matches.exec(sentence);
    if (!found) continue;
    let place = 0;
    return said.replaceAll('{}', () => inReadersLanguage(found[++place] ?? ''));
  }
  return sentence;
}
