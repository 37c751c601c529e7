import { TextInput } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Refused, Unreachable } from '@/lib/client';
import { readDraft } from '@/lib/draft';
import { setOwner } from '@/lib/owner';
import { faults, show } from '@/test/show';
import { toast } from '../toast';
import type { Tagged } from './versions';
import { useVersionedForm, type On } from './use-versioned-form';
import { VersionedForm } from './VersionedForm';

vi.mock('../toast', () => ({ toast: vi.fn() }));

type Team = { name: string; place: string; open: boolean; seats: number };
type Written = Pick<Team, 'name' | 'place' | 'open'>;
type Send = (written: Written, on: On<Written>) => Promise<Tagged<unknown>>;

const team: Team = { name: 'Quality', place: 'Ulm', open: true, seats: 4 };
const raced = new Refused({
  title: '',
  status: 409,
  code: 'version_conflict',
  detail: 'Somebody was faster.',
});
const seen = (team: Team, etag: string): Tagged<Team> => ({ data: team, etag });

type Props = { send: Send; read?: () => Promise<Tagged<Team>>; onDone?: () => void; keep?: string };

function TeamForm({ send, read = () => Promise.reject(new Error('not asked for')), onDone, keep }: Props) {
  const form = useVersionedForm({
    thing: team,
    etag: '"1"',
    of: ({ name, place, open }): Written => ({ name, place, open }),
    words: ({ name, place, open }) => ({ name, place, open: open ? 'yes' : 'no' }),
    label: (name) => `The ${name}`,
    query: { queryKey: ['people', 'team'], queryFn: read },
    send,
    said: 'Saved.',
    onDone,
    keep,
  });
  return (
    <VersionedForm form={form} send="Save" fields={['name', 'city']} onCancel={() => {}}>
      <TextInput label="Name" {...form.field('name')} />
      <TextInput label="Place" {...form.field('place', 'city')} />
      <input type="checkbox" aria-label="Open" {...form.check('open')} />
      <output>{form.changed.join(' ')}</output>
    </VersionedForm>
  );
}

const saved = vi.fn<Send>();
beforeEach(() => {
  vi.mocked(toast).mockReset();
  saved.mockReset().mockResolvedValue(seen(team, '"2"'));
});

const change = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const told = () => waitFor(() => expect(toast).toHaveBeenCalledWith('Saved.'));
const sent = () => saved.mock.calls.map(([written, { etag, before }]) => ({ written, etag, before }));
const before = { name: 'Quality', place: 'Ulm', open: true };

describe('a form of something with a version', () => {
  it('sends what was written on top of the version that was seen, and is done', async () => {
    const onDone = vi.fn();
    show(<TeamForm send={saved} onDone={onDone} />);
    change('Name', 'Care');
    fireEvent.click(screen.getByLabelText('Open'));
    expect(screen.getByRole('status')).toHaveTextContent('name open');
    press('Save');
    await waitFor(() => expect(onDone).toHaveBeenCalledOnce());
    expect(sent()).toEqual([{ written: { name: 'Care', place: 'Ulm', open: false }, etag: '"1"', before }]);
    await told();
  });

  it('makes everything of its kind fresh, and nothing else', async () => {
    const queryClient = new QueryClient();
    for (const kind of ['people', 'okr']) queryClient.setQueryData([kind, 'any'], 'as it was');
    show(
      <QueryClientProvider client={queryClient}>
        <TeamForm send={saved} />
      </QueryClientProvider>,
    );
    press('Save');
    const stale = (kind: string) => queryClient.getQueryState([kind, 'any'])?.isInvalidated;
    await waitFor(() => expect(stale('people')).toBe(true));
    expect(stale('okr')).toBe(false);
  });

  it('stands on what it saved where it stays', async () => {
    show(<TeamForm send={saved} />);
    change('Name', 'Care');
    press('Save');
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent(/^$/));
    change('Name', 'Quality');
    press('Save');
    await waitFor(() => expect(sent()).toHaveLength(2));
    expect(sent()[1]).toEqual({ written: before, etag: '"2"', before: { ...before, name: 'Care' } });
  });

  it('says what the server refuses where it stands, by the path of the server', async () => {
    const fields = [{ path: 'city', detail: 'There is no such city.' }];
    saved.mockRejectedValue(new Refused({ title: '', status: 422, code: 'invalid', detail: 'No.', fields }));
    show(<TeamForm send={saved} />);
    change('Name', 'Care');
    press('Save');
    await screen.findByText('There is no such city.');
    expect(screen.getByLabelText('Place')).toHaveFocus();
    expect(screen.getByLabelText('Place')).toBeInvalid();
    expect(screen.getByLabelText('Name')).toHaveValue('Care');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('stands on the part that was taken when the rest is refused', async () => {
    saved.mockImplementationOnce(async (written, { took }) => {
      took({ etag: '"2"', before: { ...written, open: true } });
      throw new Refused({ title: '', status: 409, code: 'last_one', detail: 'Somebody has to.' });
    });
    show(<TeamForm send={saved} />);
    change('Name', 'Care');
    fireEvent.click(screen.getByLabelText('Open'));
    press('Save');
    await screen.findByText('Somebody has to.');
    expect(screen.getByRole('status')).toHaveTextContent('open');
    press('Save');
    await waitFor(() => expect(sent()).toHaveLength(2));
    expect(sent()[1]).toMatchObject({ etag: '"2"', before: { name: 'Care', open: true } });
  });
});

describe('when somebody else was faster', () => {
  const theirs = seen({ ...team, name: 'Trust', place: 'Linz' }, '"5"');

  async function race(more: Partial<Props> = {}) {
    saved.mockRejectedValueOnce(raced);
    show(<TeamForm send={saved} read={() => Promise.resolve(theirs)} {...more} />);
    change('Name', 'Care');
    press('Save');
    return screen.findByRole('alert');
  }
  const chosen = (both: HTMLElement) =>
    within(both)
      .getAllByRole<HTMLInputElement>('radio', { checked: true })
      .map((radio) => radio.closest('label')?.textContent);

  it('shows both versions of what differs, and takes theirs where nothing was written', async () => {
    const both = await race();
    expect(chosen(both)).toEqual(['YoursCare', 'On the serverLinz']);
    expect(
      within(both)
        .getAllByRole('group')
        .map((one) => one.firstChild?.textContent),
    ).toEqual(['The name', 'The place']);
    expect(await faults(document.body)).toEqual([]);
  });

  it('goes on with the choice, and what is sent then differs from theirs', async () => {
    const both = await race();
    press('Go on with this choice');
    expect(both).not.toBeInTheDocument();
    expect(screen.getByLabelText('Place')).toHaveValue('Linz');
    expect(screen.getByRole('status')).toHaveTextContent(/^name$/);
    press('Save');
    await waitFor(() => expect(sent()).toHaveLength(2));
    expect(sent()[1]).toEqual({
      written: { name: 'Care', place: 'Linz', open: true },
      etag: '"5"',
      before: { name: 'Trust', place: 'Linz', open: true },
    });
  });

  it('keeps mine also where I had changed nothing', async () => {
    const both = await race();
    fireEvent.click(within(both).getByText('Ulm'));
    press('Go on with mine');
    expect(screen.getByRole('status')).toHaveTextContent('name place');
    press('Save');
    await waitFor(() => expect(sent()).toHaveLength(2));
    expect(sent()[1]).toMatchObject({ written: { place: 'Ulm' }, before: { place: 'Linz' } });
  });

  it('takes theirs without sending anything, and is done', async () => {
    const onDone = vi.fn();
    await race({ onDone });
    press('Take theirs');
    expect(onDone).toHaveBeenCalledOnce();
    expect(sent()).toHaveLength(1);
    expect(screen.getByLabelText('Name')).toHaveValue('Trust');
    expect(toast).not.toHaveBeenCalled();
  });

  it('does not ask when nothing of the form is another, or it says the same', async () => {
    const read = vi.fn().mockResolvedValue(seen({ ...team, seats: 5 }, '"4"'));
    saved.mockRejectedValueOnce(raced);
    show(<TeamForm send={saved} read={read} />);
    change('Name', 'Care');
    press('Save');
    await told();
    expect(sent().map(({ etag }) => etag)).toEqual(['"1"', '"4"']);

    read.mockResolvedValue(seen({ ...team, name: 'Trust' }, '"6"'));
    saved.mockRejectedValueOnce(raced);
    change('Name', 'Trust');
    press('Save');
    await waitFor(() => expect(sent()).toHaveLength(4));
    expect(sent()[3]).toMatchObject({ etag: '"6"', before: { name: 'Trust' } });
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('asks all the same when it is too late twice', async () => {
    saved.mockRejectedValue(raced);
    show(<TeamForm send={saved} read={() => Promise.resolve(seen({ ...team, seats: 5 }, '"4"'))} />);
    change('Name', 'Care');
    press('Save');
    expect(chosen(await screen.findByRole('alert'))).toEqual(['YoursCare']);
    expect(sent()).toHaveLength(2);
  });

  it('keeps what is written when theirs cannot be read', async () => {
    await race({ read: () => Promise.reject(new Unreachable('gone')) });
    expect(screen.getByLabelText('Name')).toHaveValue('Care');
    saved.mockResolvedValue(seen(team, '"2"'));
    press('Save');
    await told();
  });
});

describe('what is kept on the device', () => {
  beforeEach(() => setOwner('00000000000an'));
  afterEach(() => setOwner(undefined));
  const kept = () => readDraft<{ etag: string; written: Written }>('team');

  it('comes back with the version it stands on, until it is saved', async () => {
    show(<TeamForm send={saved} keep="team" />);
    expect(kept()).toBeUndefined();
    change('Name', 'Care');
    cleanup();
    expect(kept()).toMatchObject({ etag: '"1"', written: { name: 'Care' } });
    show(<TeamForm send={saved} keep="team" onDone={cleanup} />);
    expect(screen.getByLabelText('Name')).toHaveValue('Care');
    press('Save');
    await waitFor(() => expect(screen.queryByLabelText('Name')).toBeNull());
    expect(sent()).toMatchObject([{ etag: '"1"', before }]);
    expect(kept()).toBeUndefined();
  });

  it('outlives the choice between two versions, and goes with theirs', async () => {
    saved.mockRejectedValue(raced);
    const theirs = () => Promise.resolve(seen({ ...team, name: 'Trust' }, '"5"'));
    show(<TeamForm send={saved} read={theirs} keep="team" />);
    change('Name', 'Care');
    press('Save');
    fireEvent.click(await screen.findByRole('button', { name: 'Go on with mine' }));
    expect(kept()).toMatchObject({ etag: '"5"', written: { name: 'Care' } });
    change('Place', 'Linz');
    press('Save');
    await screen.findByRole('alert');
    press('Take theirs');
    expect(kept()).toBeUndefined();
  });

  it('is nothing where nothing differs', async () => {
    show(<TeamForm send={saved} keep="team" />);
    change('Name', 'Care');
    change('Name', 'Quality');
    expect(kept()).toBeUndefined();
  });
});
