import { fireEvent, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { expect, it, vi } from 'vitest';
import { problem, serve } from '@/test/server';
import { show } from '@/test/show';
import type { RetroCard } from '../parts/shapes';
import { EditCard } from './EditCard';

const card = { id: 'c', version: 1, part: 'learn', text: 'Ask earlier' } as RetroCard;

function Line({ onDone }: { onDone: () => void }) {
  const [shown, setShown] = useState(card);
  return (
    <>
      <EditCard card={shown} onDone={onDone} />
      <button onClick={() => setShown({ ...card, version: 2, part: 'next' })}>Somebody moves it</button>
    </>
  );
}

it('saves a line that somebody moved meanwhile, and leaves it where they put it', async () => {
  const answers = [problem(409, 'version_conflict', 'Somebody was faster.'), { body: card }];
  const asked = serve({ 'PATCH /retro-cards/c': () => answers.shift()! });
  const onDone = vi.fn();
  show(<Line onDone={onDone} />);
  fireEvent.change(screen.getByRole('textbox'), { target: { value: 'Ask much earlier' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText('Somebody was faster.');
  fireEvent.click(screen.getByText('Somebody moves it'));
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(onDone).toHaveBeenCalledOnce());
  expect(asked.map(({ body, headers }) => [headers.get('If-Match'), body])).toEqual([
    ['"1-0"', { text: 'Ask much earlier' }],
    ['"2-0"', { text: 'Ask much earlier' }],
  ]);
});
