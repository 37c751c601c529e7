#!/usr/bin/env node
// What the API can set, a form can set: each request field of docs/api/openapi.json is named by an object that
// web/src sends, or stands in tools/for_programs.txt with the reason why no screen needs it.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const ts = createRequire(join(root, 'web/package.json'))('typescript');
const writing = ['POST', 'PUT', 'PATCH', 'DELETE'];

const document = JSON.parse(readFileSync(join(root, 'docs/api/openapi.json'), 'utf8'));
const excused = readExcused(join(root, 'tools/for_programs.txt'));
const { called, named } = readWeb(join(root, 'web/src'));

const missing = [];
const used = new Set();
for (const [path, methods] of Object.entries(document.paths)) {
  for (const [method, operation] of Object.entries(methods)) {
    const name = `${method.toUpperCase()} ${path}`;
    if (!writing.includes(method.toUpperCase())) continue;
    if (!called.has(name)) {
      if (!excuse(name)) missing.push(`${name} is sent by no screen`);
      continue;
    }
    const places = called.get(name);
    for (const field of fieldsOf(operation.requestBody?.content?.['application/json']?.schema)) {
      const sent = [...places].some((place) => named.get(place)?.has(field)) || named.get('')?.has(field);
      if (!sent && !excuse(`${name} ${field}`)) missing.push(`${name}: no form sets "${field}"`);
    }
  }
}
for (const line of excused.keys()) {
  if (!used.has(line)) missing.push(`"${line}" in tools/for_programs.txt excuses nothing any more`);
}
for (const line of missing) console.log(`  ${line}`);
console.log(`${missing.length === 0 ? 'ok  ' : 'FAIL'} what the API can set, a form can set`);
process.exit(missing.length === 0 ? 0 : 1);

function excuse(line) {
  if (!excused.has(line)) return false;
  used.add(line);
  return true;
}

/** Lines "METHOD /path [field]: reason"; a reason is a sentence, not a word. */
function readExcused(file) {
  const lines = readFileSync(file, 'utf8').split('\n').filter((line) => line && !line.startsWith('#'));
  return new Map(
    lines.map((line) => {
      const [, what, reason] = /^(\S+ \S+(?: \S+)?): (.{12,})$/.exec(line) ?? [];
      if (!reason) throw new Error(`tools/for_programs.txt: "${line}" gives no reason`);
      return [what, reason];
    }),
  );
}

/** The names of all fields, those of parts within too. */
function fieldsOf(schema, seen = new Set()) {
  if (!schema) return seen;
  if (schema.$ref) {
    if (seen.has(schema.$ref)) return seen;
    seen.add(schema.$ref);
    fieldsOf(document.components.schemas[schema.$ref.split('/').pop()], seen);
  }
  for (const part of [...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) fieldsOf(part, seen);
  if (schema.items) fieldsOf(schema.items, seen);
  for (const [name, inner] of Object.entries(schema.properties ?? {})) {
    seen.add(name);
    fieldsOf(inner, seen);
  }
  return new Set([...seen].filter((name) => !name.startsWith('#')));
}

/** Which operations are called from which folder, and which fields the objects written there name. */
function readWeb(folder) {
  const called = new Map();
  const named = new Map();
  const note = (map, key, value) => map.set(key, (map.get(key) ?? new Set()).add(value));
  for (const file of filesIn(folder)) {
    const place = /features\/([^/]+)/.exec(relative(folder, file))?.[1] ?? '';
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, false, ts.ScriptKind.TSX);
    // "{ …written, [field]: value }" and "Object.fromEntries(fields.map(…))" set whichever of the names in a constant list.
    const listed = [];
    let chooses = false;
    const look = (node) => {
      if (ts.isComputedPropertyName(node) || (ts.isPropertyAccessExpression(node) && node.name.text === 'fromEntries')) chooses = true;
      if (ts.isAsExpression(node) && ts.isArrayLiteralExpression(node.expression))
        listed.push(...node.expression.elements.filter(ts.isStringLiteral).map(({ text }) => text));
      if (ts.isCallExpression(node)) {
        const [first] = node.arguments;
        const verb = ts.isPropertyAccessExpression(node.expression) ? node.expression.name.text : '';
        if (first && ts.isStringLiteral(first)) {
          if (writing.includes(verb)) note(called, `${verb} ${first.text}`, place);
          else if (ts.isIdentifier(node.expression)) note(named, place, first.text);
        }
      }
      if (ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)) {
        if (ts.isIdentifier(node.name) || ts.isStringLiteral(node.name)) note(named, place, node.name.text);
      }
      ts.forEachChild(node, look);
    };
    look(source);
    if (chooses) for (const name of listed) note(named, place, name);
  }
  return { called, named };
}

function filesIn(folder) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return name === 'api' ? [] : filesIn(path);
    return /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) ? [path] : [];
  });
}
