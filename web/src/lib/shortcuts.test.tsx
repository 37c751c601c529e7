import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keyNames, setShortcutsOn, useShortcuts, type Shortcut } from './shortcuts';

let heard: string[] = [];
const key = (keys: string): Shortcut => ({ keys, does: keys, group: 'go', run: () => heard.push(keys) });
const all = ['g h', 'h', 'c', '?', 'mod+k'].map(key);

function Page() {
  useShortcuts(all);
  return (
    <>
      <input aria-label="Name" />
      <input type="checkbox" aria-label="Yes" />
    </>
  );
}

beforeEach(() => {
  heard = [];
  render(<Page />);
});
afterEach(() => setShortcutsOn(true));

it('hears one key, two in a row and one with Ctrl', async () => {
  await userEvent.keyboard('cgh?{Control>}k{/Control}h');
  expect(heard).toEqual(['c', 'g h', '?', 'mod+k', 'h']);
});

it('is deaf while somebody types, but for Ctrl', async () => {
  const field = document.querySelector('input')!;
  await userEvent.type(field, 'cgh?{Control>}k{/Control}');
  expect(heard).toEqual(['mod+k']);
  expect(field).toHaveValue('cgh?');
});

it('hears again beside a box that is ticked', async () => {
  await userEvent.click(document.querySelector('[type=checkbox]')!);
  await userEvent.keyboard('c');
  expect(heard).toEqual(['c']);
});

it('can be switched off, but for Ctrl', async () => {
  setShortcutsOn(false);
  await userEvent.keyboard('c?{Control>}k{/Control}');
  expect(heard).toEqual(['mod+k']);
});

it('names the keys', () => expect(keyNames('g h')).toEqual(['G', 'H']));
