import { createMemoryHistory } from '@tanstack/react-router';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { faults } from '@/test/show';
import { problem, serve } from '@/test/server';
import { audit, board, complaints, me, objective, rollout, week } from '@/test/world';
import { App } from './App';
import { makeQueryClient } from './query-client';
import { makeRouter } from './router';

function visit(path: string) {
  const history = createMemoryHistory({ initialEntries: [path] });
  const queryClient = makeQueryClient();
  render(<App nonce="" queryClient={queryClient} router={makeRouter(queryClient, history)} />);
  return history;
}
const heading = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name });

afterEach(() => vi.unstubAllGlobals());

describe('signing in', () => {
  it('leads back to where one wanted to go', async () => {
    let signedIn = false;
    serve({
      'GET /me': () =>
        signedIn
          ? { body: { id: 'p', name: 'Ana Weber', email: 'a@b', teams: [] } }
          : problem(401, 'signed_out'),
      'POST /session': () => ((signedIn = true), { status: 201, body: {} }),
    });
    const history = visit(`/teams/${board.team.id}`);
    await heading('Sign in');
    await userEvent.type(screen.getByLabelText('Work e-mail'), 'ana@halden.example');
    await userEvent.type(screen.getByLabelText('Password'), 'correct horse{Enter}');
    await heading('Quality');
    expect(history.location.pathname).toBe(`/teams/${board.team.id}`);
  });

  it('says what the server says, and keeps what was typed', async () => {
    serve({
      'GET /me': problem(401, 'signed_out'),
      'POST /session': problem(401, 'wrong', 'E-mail and password do not fit.'),
    });
    visit('/');
    await heading('Sign in');
    await userEvent.type(screen.getByLabelText('Work e-mail'), 'ana@halden.example');
    await userEvent.type(screen.getByLabelText('Password'), 'wrong{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('E-mail and password do not fit.');
    expect(screen.getByLabelText('Work e-mail')).toHaveValue('ana@halden.example');
  });

  it('is asked for again when a session ends in the middle', async () => {
    let signedIn = true;
    serve({ [`GET /objectives/${objective.id}`]: () => ((signedIn = false), problem(401, 'signed_out')) });
    visit(`/objectives/${objective.id}`);
    await heading('Sign in');
    expect(signedIn).toBe(false);
    expect(screen.getByText('Sign in, and you are where you wanted to go.')).toBeInTheDocument();
  });

  it('never leads to another site', async () => {
    serve({ 'GET /my-week': problem(404, 'not_found') });
    const history = visit('/sign-in?back=%2F%2Fevil.example');
    await heading('Sign in');
    await userEvent.type(screen.getByLabelText('Work e-mail'), 'ana@halden.example');
    await userEvent.type(screen.getByLabelText('Password'), 'right{Enter}');
    await waitFor(() => expect(history.location.pathname).toBe('/'));
  });
});

describe('my week', () => {
  it('shows what waits, late first, and has no faults', async () => {
    serve();
    visit('/');
    await screen.findByRole('heading', { name: '3 key results wait for your check-in, 1 late' });
    expect(
      screen.getByText('Ben Kim needs help: Test rig in Plant South is blocked (for 4 days)'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: /^Dora Novak mentioned you: Two of my customers/ }),
    ).toHaveAttribute('href', `/objectives/${objective.id}#${week.mentions[0]!.id}`);
    expect(await faults(document.body)).toEqual([]);
  });

  it('shows somebody new how to begin, below what waits for them', async () => {
    serve({ 'GET /my-week': { body: { ...week, due: [], not_due: [], drafts: [], is_new: true } } });
    visit('/');
    const first = await screen.findByRole('heading', { name: 'Three good first steps' });
    const waiting = screen.getByRole('heading', { name: 'Waiting for you' });
    expect(waiting.compareDocumentPosition(first)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(screen.queryByText('You are up to date')).toBeNull();
  });

  it('shows those who set things up what comes first, and others what they wait for', async () => {
    const next = {
      name: 'Q4 2026',
      kind: 'quarter',
      starts_on: '2026-10-01',
      ends_on: '2026-12-31',
      parent_id: null,
    };
    const none = (next: unknown) => ({
      'GET /my-week': problem(404, 'not_found'),
      'GET /cycles': { body: { items: [], next } },
    });
    serve(none(next));
    visit('/');
    await heading(/^Welcome/);
    screen.getByText('Begin the first cycle: Q4 2026, 1 Oct to 31 Dec?');
    screen.getByRole('button', { name: 'Begin a cycle' });
    cleanup();
    serve(none(null));
    visit('/');
    await heading('Your organisation is getting ready');
    expect(await faults(document.body)).toEqual([]);
  });

  it('offers to try again when the server is full', async () => {
    let full = true;
    serve({ 'GET /my-week': () => (full ? problem(503, 'too_busy') : { body: week }) });
    visit('/');
    const retry = await screen.findByRole('button', { name: 'Try again' });
    expect(screen.getByRole('alert')).toHaveTextContent('The server is busy');
    full = false;
    await userEvent.click(retry);
    await heading(/Ana$/);
  });
});

describe('the check-in run', () => {
  it('is done by keyboard alone and sends all in one request', async () => {
    const asked = serve({ 'POST /check-ins': { body: { items: [] } } });
    visit('/check-in');
    await heading(complaints.title);
    await userEvent.keyboard('33{Enter}');
    expect(screen.queryByRole('radio', { checked: true })).toBeNull();
    await userEvent.keyboard('7{Enter}Second shift trained{Enter}');
    await heading(rollout.title);
    await userEvent.keyboard('{Tab} {Enter}4{Enter}{Enter}');
    await heading(audit.title);
    await userEvent.keyboard('s');
    await heading('Ready to send?');
    await userEvent.keyboard('{Enter}');
    await heading('0 check-ins are in');
    const sent = asked.find(({ path }) => path === '/check-ins')!;
    expect(sent.body).toEqual({
      check_ins: [
        { key_result_id: complaints.id, value: 33, confidence: 7, what_happened: 'Second shift trained' },
        { key_result_id: rollout.id, reached: rollout.milestones.map(({ id }) => id), confidence: 4 },
      ],
      skips: [],
    });
    expect(sent.headers.get('Idempotency-Key')).toMatch(/^[\w-]{20,}$/);
    expect(localStorage.getItem(`waymark-draft-${me.id}-check-in`)).toBeNull();
  });

  it('goes back, leaves and finds what was typed again', async () => {
    serve();
    const history = visit('/check-in');
    await heading(complaints.title);
    await userEvent.keyboard('33{Enter}7{Enter}skis and sun{Enter}');
    await heading(rollout.title);
    await userEvent.keyboard('{Shift>}{Enter}{/Shift}');
    await heading(complaints.title);
    expect(screen.getByLabelText('Now')).toHaveValue('33');
    expect(screen.getByLabelText('What happened')).toHaveValue('skis and sun');
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(history.location.pathname).toBe('/'));
    history.push('/check-in');
    await heading(complaints.title);
    expect(screen.getByRole('radio', { name: '7' })).toBeChecked();
  });

  it('keeps everything when the server refuses, and opens nothing by itself', async () => {
    serve({
      'POST /check-ins': problem(422, 'invalid', 'One line is wrong.', [
        { path: 'check_ins[0].value', detail: 'Too large.' },
      ]),
    });
    visit('/check-in');
    await heading(complaints.title);
    await userEvent.keyboard('33{Enter}7{Enter}{Enter}ss');
    await heading('Ready to send?');
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('One line is wrong.');
    await userEvent.click(screen.getByRole('button', { name: new RegExp(complaints.title) }));
    await heading(complaints.title);
    expect(screen.getByLabelText('Now')).toHaveValue('33');
    expect(screen.getByText('Too large.')).toBeInTheDocument();
  });
});

describe('pages', () => {
  it.each([
    [`/teams/${board.team.id}`, 'Quality'],
    [`/objectives/${objective.id}`, `We will ${objective.title}`],
    ['/write', 'New objective'],
    ['/people', 'Teams and people'],
  ])('%s has no faults', async (path, name) => {
    serve();
    visit(path);
    await heading(name);
    await waitFor(() => expect(screen.queryByText('Loading…')).toBeNull());
    expect(await faults(document.body)).toEqual([]);
  });

  it('tell when something is not there', async () => {
    serve();
    visit('/teams/00mcv7n2k3xzz');
    expect(await screen.findByRole('alert')).toHaveTextContent('This is not here');
  });
});

describe('an objective', () => {
  it('changed by two people shows both versions', async () => {
    const patched: (string | null)[] = [];
    serve({
      [`GET /objectives/${objective.id}`]: () => ({
        body: patched.length ? { ...objective, title: 'be trusted by every inspector' } : objective,
        etag: patched.length ? '"5-b"' : '"4-a"',
      }),
      [`PATCH /objectives/${objective.id}`]: ({ headers }) => {
        patched.push(headers.get('If-Match'));
        return patched.length === 1
          ? problem(409, 'version_conflict', 'Somebody was faster.')
          : { body: objective };
      },
    });
    visit(`/objectives/${objective.id}`);
    await userEvent.click(await screen.findByRole('button', { name: 'Edit' }));
    await userEvent.type(await screen.findByLabelText('Objective'), ' again');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    const both = await screen.findByRole('alert');
    expect(within(both).getByText(`${objective.title} again`)).toBeInTheDocument();
    expect(await within(both).findByText('be trusted by every inspector')).toBeInTheDocument();
    await userEvent.click(within(both).getByRole('button', { name: 'Go on with mine' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(patched).toEqual(['"4-a"', '"5-b"']));
  });

  it('is written with its key results and published in one request', async () => {
    const asked = serve({ 'POST /objectives': { status: 201, body: objective } });
    const history = visit(`/write?team=${board.team.id}`);
    await heading('New objective');
    await userEvent.type(screen.getByLabelText('Objective'), 'win back trust');
    await userEvent.type(screen.getByLabelText('Key result 1'), 'Raise CSAT');
    await userEvent.type(screen.getByLabelText('From'), '80');
    await userEvent.type(screen.getByLabelText('To'), '90');
    await userEvent.click(screen.getByRole('button', { name: 'Publish' }));
    await waitFor(() => expect(history.location.pathname).toBe(`/objectives/${objective.id}`));
    expect(asked.find(({ method, path }) => method === 'POST' && path === '/objectives')!.body).toMatchObject(
      {
        team_id: board.team.id,
        title: 'win back trust',
        publish: true,
        key_results: [{ title: 'Raise CSAT', kind: 'number', baseline: 80, target: 90 }],
      },
    );
  });
});
