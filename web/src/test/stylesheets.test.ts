import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const web = join(import.meta.dirname, '../..');
const files = readdirSync(join(web, 'src'), { recursive: true, encoding: 'utf8' }).map((file) =>
  join(web, 'src', file),
);

it('every widget in use brings its stylesheet', () => {
  const widgets = new Set(
    files
      .filter((file) => /\.tsx?$/.test(file))
      .flatMap((file) => [
        ...readFileSync(file, 'utf8').matchAll(/import \{([^}]*)\} from '@mantine\/core'/g),
      ])
      .flatMap((match) => match[1]!.split(',').map((name) => name.trim().replace(/^type /, '')))
      // These draw themselves with the styles of Input and Combobox.
      .flatMap((name) => (['TextInput', 'Textarea', 'NativeSelect'].includes(name) ? ['Input'] : [name])),
  );
  const sheets = readFileSync(join(web, 'src/app/mantine.css.ts'), 'utf8');
  const styled = [...widgets].filter((name) =>
    existsSync(join(web, `node_modules/@mantine/core/styles/${name}.layer.css`)),
  );
  expect(styled.length).toBeGreaterThan(0);
  expect(styled.filter((name) => !sheets.includes(`/${name}.layer.css`))).toEqual([]);
});

it('only tokens.css names a colour', () => {
  const named = files
    .filter((file) => file.endsWith('.css') && !file.endsWith('tokens.css'))
    .filter((file) =>
      /#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(/i.test(
        readFileSync(file, 'utf8').replace(/@media print[\s\S]*/, ''),
      ),
    );
  expect(named).toEqual([]);
});
