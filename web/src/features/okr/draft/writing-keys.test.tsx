import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useRef } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { show } from '@/test/show';
import { onWritingKey, useSendKey } from './use-writing-keys';

let sent = 0;

function Page() {
  const form = useRef<HTMLFormElement>(null);
  useSendKey(form);
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form ref={form} onKeyDown={onWritingKey} onSubmit={(event) => (event.preventDefault(), (sent += 1))}>
      <input aria-label="What" />
      <button type="button">Add a key result</button>
    </form>
  );
}

describe('Ctrl+Enter on the writing page', () => {
  beforeEach(() => {
    sent = 0;
    show(<Page />);
  });

  it('sends once from a field', async () => {
    await userEvent.type(screen.getByRole('textbox'), 'Be trusted{Control>}{Enter}{/Control}');
    expect(sent).toBe(1);
  });

  it('sends from a button', async () => {
    screen.getByRole('button').focus();
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(sent).toBe(1);
  });

  it('sends where nothing has the focus', async () => {
    (document.activeElement as HTMLElement | null)?.blur();
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(sent).toBe(1);
  });
});
