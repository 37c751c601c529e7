import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { problem, serve } from '@/test/server';
import { faults, show } from '@/test/show';
import { ChainState } from './ChainState';

afterEach(() => vi.unstubAllGlobals());

const chain = { lines: 9000, first: 1, looked_at: 4000, whole: false, broken_at: null, checkpoint: null };
const path = 'GET /audit/chain';

describe('the state of the log', () => {
  it('is read out when it is known, not at each stretch of the look', async () => {
    let looked_at = 0;
    serve({
      [path]: () => ({ body: { ...chain, looked_at: (looked_at += 4500), whole: looked_at === 9000 } }),
    });
    const { container } = show(<ChainState />);
    await screen.findByText(/^Looked at 4,500 of 9,000 lines/);
    const status = screen.getByRole('status');
    expect(status).toBeEmptyDOMElement();
    expect(await faults(container)).toEqual([]);
    await vi.waitFor(() => expect(status).not.toBeEmptyDOMElement(), 5000);
    expect(screen.queryByText(/^Looked at/)).toBeNull();
  });

  it('says that it could not be asked for, and can be asked for again', async () => {
    let busy = true;
    serve({ [path]: () => (busy ? problem(503, 'too_busy') : { body: { ...chain, broken_at: 7 } }) });
    show(<ChainState />);
    expect(await screen.findByRole('alert')).toHaveTextContent('The server is busy');
    busy = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('status')).toHaveTextContent('Line 7 does not fit');
  });
});
