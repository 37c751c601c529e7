import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { catalogFiles, readCatalog } from '../../tools/messages.ts';
import { languages } from '@/lib/i18n';

const whole = (language: string) =>
  Object.assign({}, ...catalogFiles(language).map(readCatalog)) as Record<string, string>;
const english = whole('en');

const src = join(import.meta.dirname, '..');
const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|\.d\.ts$|^test\//.test(file))
  .map((file) => join(src, file));
const parsed = sources.map((file) =>
  ts.createSourceFile(
    basename(file),
    readFileSync(file, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
    ts.ScriptKind.TSX,
  ),
);

function everyNode(visit: (node: ts.Node, file: ts.SourceFile) => void) {
  for (const file of parsed) {
    const walk = (node: ts.Node) => {
      visit(node, file);
      ts.forEachChild(node, walk);
    };
    walk(file);
  }
}

type Token = string | [name: string, format?: string, choices?: Record<string, string | Token[]>];

const placeholders = (message: string) => {
  const names = new Set<string>();
  const read = (tokens: Token[]): void => {
    for (const token of tokens) {
      if (typeof token === 'string') continue;
      names.add(token[0]);
      for (const choice of Object.values(token[2] ?? {})) if (Array.isArray(choice)) read(choice);
    }
  };
  read(compileMessage(message) as Token[]);
  return [...names].sort();
};

describe.each(languages.filter((language) => language !== 'en'))('the catalogs in %s', (language) => {
  const other = whole(language);

  it('have the same keys as the English ones', () => {
    expect(Object.keys(other).sort()).toEqual(Object.keys(english).sort());
  });

  it('fill in the same values', () => {
    const differing = Object.keys(english).filter(
      (key) => JSON.stringify(placeholders(english[key]!)) !== JSON.stringify(placeholders(other[key] ?? '')),
    );
    expect(differing).toEqual([]);
  });

  it('are translated', () => {
    // Words that are the same in both languages.
    const shared =
      /^(Waymark|OKRs|Name|Person|Team|Teams|Check-in|Check-ins|Objective|Objectives|Key Result|Status|Start|Stretch|KPI|optional|[\d\W]*)$/;
    const copied = Object.keys(english).filter(
      (key) => other[key] === english[key] && !shared.test(english[key]!.replace(/\{\w+\}/g, '').trim()),
    );
    expect(copied).toEqual([]);
  });
});

it('German says du, with a capital only where a sentence begins', () => {
  const formal = /[\p{L}\d,:;)–“] (Du|Dich|Dir|Dein(e[mnrs]?)?|Euch|Eure[mnrs]?)(?!\p{L})/u;
  expect(Object.values(whole('de')).filter((message) => formal.test(message))).toEqual([]);
});

/** Every `{name, plural, …}` of a message, with its choices. */
const plurals = (message: string) => {
  const found: { name: string; choices: Record<string, string | Token[]> }[] = [];
  const read = (tokens: Token[]): void => {
    for (const token of tokens) {
      if (typeof token === 'string') continue;
      const [name, format, choices] = token;
      if (format === 'plural') found.push({ name, choices: choices ?? {} });
      for (const choice of Object.values(choices ?? {})) if (Array.isArray(choice)) read(choice);
    }
  };
  read(compileMessage(message) as Token[]);
  return found;
};

const hasWord = (choice: string | Token[] | undefined): boolean =>
  typeof choice === 'string'
    ? /\p{L}{2}/u.test(choice)
    : (choice ?? []).some((token) => (typeof token === 'string' ? /\p{L}{2}/u.test(token) : false));

describe.each(languages)('numbers in the catalogs in %s', (language) => {
  const all = Object.entries(whole(language));

  it('have words for one of it', () => {
    const wrong = all.filter(([, message]) =>
      plurals(message).some(
        ({ choices }) =>
          hasWord(choices.other) &&
          !('one' in choices) &&
          !Object.keys(choices).some((one) => /^=?[1-9]/.test(one)),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('stand before no word that they do not bend', () => {
    // What follows is the same for one and for many, or never one.
    const same = /^(calendar\.check_ins|dash\.loaded\.more)$/;
    const bare = /\{(count|amount|drafts|people|all)\}\+? (?!of |von |or |oder )\p{L}/u;
    expect(all.filter(([key, message]) => bare.test(message) && !same.test(key))).toEqual([]);
  });
});

it('no number stands in the code before a word that does not know it', () => {
  const found: string[] = [];
  everyNode((node, file) => {
    if (!ts.isJsxElement(node)) return;
    const parts = node.children.filter((one) => !ts.isJsxText(one) || one.text.trim());
    parts.forEach((part, at) => {
      const next = parts[at + 1];
      const counts = /\{(count|number|[\w.]+\.length)\}<\/|^\{(count|[\w.]+\.length)\}$/.test(part.getText());
      if (counts && next && /^\{t\([^{]*\)\}$/s.test(next.getText()))
        found.push(`${file.fileName}: ${next.getText()}`);
    });
  });
  expect(found).toEqual([]);
});

it('every kind of notice is counted in words of its own', () => {
  const kinds = Object.keys(english).filter((key) => key.startsWith('notice-kind.'));
  expect(kinds.filter((key) => !(key.replace('notice-kind.', 'told.') in english))).toEqual([]);
});

it('what is late is said as late, not as silence: its days are counted from when it was due', () => {
  const silence = /nichts (gemeldet|gehört)|keine Meldung|not checked in|no check-in for|silent for/;
  const days = [...Object.entries(english), ...Object.entries(whole('de'))].filter(([, message]) =>
    placeholders(message).includes('days'),
  );
  expect(days.filter(([, message]) => silence.test(message))).toEqual([]);
});

it('German calls an objective Objective: a Ziel is what a value should reach', () => {
  const named = Object.entries(whole('de')).filter(([, message]) => /Ziel(?!wert)/.test(message));
  expect(named).toEqual([]);
});

describe('the texts of the screens', () => {
  it('are all in the catalogs, and each message is used', () => {
    const exact = new Set<string>();
    const starts: string[] = [];
    const missing: string[] = [];
    const use = (argument: ts.Expression, file: ts.SourceFile) => {
      if (ts.isStringLiteralLike(argument)) {
        exact.add(argument.text);
        if (!(argument.text in english)) missing.push(`${file.fileName}: ${argument.text}`);
      } else if (ts.isTemplateExpression(argument)) {
        starts.push(argument.head.text);
        if (!Object.keys(english).some((key) => key.startsWith(argument.head.text)))
          missing.push(`${file.fileName}: ${argument.head.text}…`);
      } else if (ts.isConditionalExpression(argument)) {
        use(argument.whenTrue, file);
        use(argument.whenFalse, file);
      }
    };
    const literals = new Set<string>();
    everyNode((node, file) => {
      if (ts.isStringLiteral(node)) literals.add(node.text);
      const callee = ts.isCallExpression(node) ? node.expression.getText() : '';
      if (ts.isCallExpression(node) && callee === 't' && node.arguments[0]) use(node.arguments[0], file);
    });
    const unused = Object.keys(english).filter(
      (key) =>
        !exact.has(key) && !literals.has(key) && !starts.some((start) => start && key.startsWith(start)),
    );
    expect(missing).toEqual([]);
    expect(unused).toEqual([]);
  });

  it('never stand in the code', () => {
    const spoken = new Set(['aria-label', 'label', 'placeholder', 'title', 'alt', 'description']);
    const hasWords = (text: string) => /\p{L}{2,}/u.test(text);
    const found: string[] = [];
    everyNode((node, file) => {
      if (ts.isJsxText(node) && hasWords(node.text)) found.push(`${file.fileName}: ${node.text.trim()}`);
      const attribute = ts.isJsxAttribute(node) && spoken.has(node.name.getText()) && node.initializer;
      if (attribute && ts.isStringLiteral(attribute) && hasWords(attribute.text))
        found.push(`${file.fileName}: ${attribute.text}`);
    });
    expect(found).toEqual([]);
  });
});
