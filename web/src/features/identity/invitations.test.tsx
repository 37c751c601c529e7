import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { problem, serve } from '@/test/server';
import { show } from '@/test/show';
import { InvitationsPage } from './InvitationsPage';

afterEach(() => vi.unstubAllGlobals());

const newcomer = (id: string, name: string) => ({
  id,
  name,
  email: `${id}@pier.example`,
  title: '',
  link_until: null,
  link_by: null,
});

const mio = newcomer('mio', 'Mio Sand');
const noa = newcomer('noa', 'Noa Kai');

const list = (items: object[]) => ({
  body: {
    items,
    next: null,
    count: items.length,
    without_link: items.length,
    on_one_sheet: items.length,
  },
});

// [IDN-25]
it('a sheet is not for somebody chosen who came in meanwhile', async () => {
  let there = [mio, noa];
  const asked = serve({
    'GET /invitations': () => list(there),
    'POST /invitations': () => {
      there = [noa];
      return problem(422, 'invalid', 'One of them has been in.');
    },
  });
  show(<InvitationsPage />);
  await userEvent.click(await screen.findByRole('checkbox', { name: /Mio Sand/ }));
  await userEvent.click(screen.getByRole('checkbox', { name: /Noa Kai/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Make a sheet for 2 people' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Make a sheet for one person' }));
  await waitFor(() =>
    expect(asked.filter(({ method }) => method === 'POST').map(({ body }) => body)).toEqual([
      { person_ids: ['mio', 'noa'], everybody: false },
      { person_ids: ['noa'], everybody: false },
    ]),
  );
});

it('a sheet for all says whom it has no place for', async () => {
  const many = { items: [mio], next: null, count: 1500, without_link: 400, on_one_sheet: 1000 };
  const link = { ...mio, link: '/set-password?token=x', expires_at: 0 };
  serve({
    'GET /invitations': { body: many },
    'POST /invitations': { status: 201, body: { items: [link], without_link: 0, left_with_link: 500 } },
  });
  show(<InvitationsPage />);
  await userEvent.click(
    await screen.findByRole('button', { name: 'Make a sheet for the first 1,000 of 1,500' }),
  );
  await screen.findByText('500 people more, who have a link already, are not on this sheet.');
});
