import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript-eslint';
import hooks from 'eslint-plugin-react-hooks';
import a11y from 'eslint-plugin-jsx-a11y';

const folders = (path) =>
  readdirSync(new URL(path, import.meta.url), { withFileTypes: true })
    .filter((e) => e.isDirectory())
    .map((e) => e.name);

const { slices } = JSON.parse(readFileSync(new URL('../architecture.json', import.meta.url), 'utf8'));
const features = folders('./src/features');
const strangers = features.filter((name) => !(name in slices));
if (strangers.length)
  throw new Error(`features without a slice in architecture.json: ${strangers.join(', ')}`);

const zone = (files, patterns) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns }] },
});
const upward = { group: ['../../*', '../../../*'], message: 'Name other folders by @/….' };
const app = { group: ['@/app', '@/app/*'], message: 'Only main.tsx knows the app.' };
const anyFeature = { group: ['@/features/*'], message: 'ui, lib and api know no feature.' };

// app → features → ui, lib, api. A feature sees no other feature: a new folder is guarded from birth.
const zones = [
  ...features.map((name) =>
    zone(
      [`src/features/${name}/**`],
      [
        upward,
        app,
        {
          group: features
            .filter((other) => other !== name)
            .flatMap((other) => [`@/features/${other}`, `@/features/${other}/*`]),
          message: 'Features never import each other; compose them in app/.',
        },
      ].filter((pattern) => pattern.group.length),
    ),
  ),
  zone(['src/ui/**', 'src/lib/**', 'src/api/**'], [upward, app, anyFeature]),
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
