import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Plugin } from 'vite';
import { compileMessage } from '@lingui/message-utils/compileMessage';

const src = join(import.meta.dirname, '../src');
const prefix = 'virtual:messages/';

export type Catalog = Record<string, string>;
export const catalogFiles = (language: string) => filesNamed(`${language}.icu.json`).sort();
export const readCatalog = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Catalog;

function filesNamed(name: string): string[] {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith(join('messages', name).replaceAll('/', sep)))
    .map((file) => join(src, file));
}

type Compiled = string | Compiled[] | { [choice: string]: Compiled };

/** A third longer; placeholders and choices stay. */
function lengthened(message: Compiled): Compiled {
  if (typeof message === 'string') return longer(message);
  if (!Array.isArray(message)) return message;
  return message.map((token) => (typeof token === 'string' ? longer(token) : inside(token)));
}

const longer = (text: string) =>
  text.replace(/\p{L}{3,}/gu, (word) => word + word.slice(0, Math.ceil(word.length / 3)));

/** [name, format, choices]: only what the choices say is text. */
const inside = (token: Compiled): Compiled =>
  Array.isArray(token)
    ? token.map((part) =>
        typeof part === 'object' && !Array.isArray(part)
          ? Object.fromEntries(Object.entries(part).map(([choice, said]) => [choice, lengthened(said)]))
          : part,
      )
    : token;

/**
 * `virtual:messages/de` is every `messages/de.icu.json` of the slices in one, compiled, so that no ICU parser
 * reaches the browser and a slice brings its own words without touching a shared file.
 */
export const messages = (): Plugin => ({
  name: 'waymark-messages',
  resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
  load(id) {
    if (!id.startsWith(`\0${prefix}`)) return;
    const compiled: Record<string, unknown> = {};
    const language = id.slice(prefix.length + 1);
    const pseudo = language === 'qps';
    for (const file of catalogFiles(pseudo ? 'en' : language)) {
      this.addWatchFile(file);
      for (const [key, text] of Object.entries(readCatalog(file))) {
        if (key in compiled) throw new Error(`message "${key}" is in two catalogs (${file})`);
        const message = compileMessage(text);
        compiled[key] = pseudo ? lengthened(message as Compiled) : message;
      }
    }
    return `export default ${JSON.stringify(compiled)}`;
  },
});
