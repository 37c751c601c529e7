import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript-eslint';
import hooks from 'eslint-plugin-react-hooks';
import a11y from 'eslint-plugin-jsx-a11y';

const folders = (path) =>
  readdirSync(new URL(path, import.meta.url), { withFileTypes: true })
    .filter((e) => e.isDirectory())
    .map((e) => e.name);

const map = JSON.parse(readFileSync(new URL('../architecture.json', import.meta.url), 'utf8'));
const features = folders('./src/features');
const strangers = features.filter((name) => !(name in map.slices));
if (strangers.length)
  throw new Error(`features without a slice in architecture.json: ${strangers.join(', ')}`);

/** What may not be named in these files, by the start of its path: neither at their head nor by import(). */
const zone = (files, refused) => ({
  files,
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: refused.map(([path, message]) => ({ regex: `^${path}`, message })) },
    ],
    'no-restricted-syntax': [
      'error',
      ...refused.map(([path, message]) => ({
        selector: `:matches(ImportExpression, TSImportType) Literal[value=/^${path.replaceAll('/', '\\u002F')}/]`,
        message,
      })),
    ],
  },
});
const oneOf = (names) => `(${names.join('|')})(/|$)`;
const upward = ['\\.\\./\\.\\./', 'Name other folders by @/….'];
const app = ['@/app(/|$)', 'Only main.tsx knows the app.'];
const anyFeature = ['@/features/', 'ui, lib and api know no feature.'];
const ui = ['@/ui(/|$)', 'ui knows lib and api, not they it.'];

// app → features → ui → lib, api. A feature sees no other feature: a new folder is guarded from birth.
const ofFeature = (name) => [
  upward,
  app,
  [
    `@/features/${oneOf(features.filter((other) => other !== name))}`,
    'Features never import each other; compose them in app/.',
  ],
];

/** A room and all that is below it: it may use what it names in architecture.json, and what those may use. */
function upTo(room, rooms, path = []) {
  if (!(room in rooms)) throw new Error(`${path.at(-1)} may use ${room}, which is no room`);
  if (path.includes(room)) throw new Error(`a circle of rooms: ${[...path, room].join(' → ')}`);
  return [room, ...rooms[room].flatMap((used) => upTo(used, rooms, [...path, room]))];
}

function zonesOfRooms([feature, rooms]) {
  const names = folders(`./src/features/${feature}`).filter((name) => name !== 'messages');
  const unknown = names.filter((name) => !(name in rooms));
  const empty = Object.keys(rooms).filter((name) => !names.includes(name));
  if (unknown.length || empty.length)
    throw new Error(`rooms of ${feature} and of architecture.json differ: ${[...unknown, ...empty]}`);
  return names.map((room) => {
    const below = upTo(room, rooms);
    const others = names.filter((other) => !below.includes(other));
    return zone(
      [`src/features/${feature}/${room}/**`],
      [
        ...ofFeature(feature),
        [`@/features/${feature}(/|$)`, 'Name other rooms by ../….'],
        ['\\.\\./[^/]*$', 'A room does not know its door.'],
        [`\\.\\./${oneOf(others)}`, `${room} may not use this room (architecture.json).`],
      ],
    );
  });
}

const zones = [
  ...features.map((name) => zone([`src/features/${name}/**`], ofFeature(name))),
  ...Object.entries(map.web).flatMap(zonesOfRooms),
  zone(['src/ui/**'], [upward, app, anyFeature]),
  zone(['src/lib/**', 'src/api/**'], [upward, app, anyFeature, ui]),
];

export default ts.config(
  { ignores: ['dist', 'src/api/schema.d.ts'] },
  ...ts.configs.recommended,
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': hooks, 'jsx-a11y': a11y },
    rules: { ...hooks.configs.recommended.rules, ...a11y.flatConfigs.recommended.rules },
  },
  ...zones,
);
