import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { faults, show } from '@/test/show';
import { StandingMark } from './StandingMark';
import type { Standing } from './standing-text';

const behind: Standing = {
  status: 'at_risk',
  days_late: 12,
  reasons: [
    { why: 'parts_behind', value: 2, against: 3, figures: [0.21, 0.15] },
    { why: 'parts_late', value: 1, against: 3, figures: [12] },
  ],
};
const words = '2 of 3 behind: 0.21 and 0.15; one 12 days late';

// The test's browser has no top layer: what is shown is what was asked for.
const shown = vi.fn();
const hidden = vi.fn();
beforeEach(() => Object.assign(HTMLElement.prototype, { showPopover: shown, hidePopover: hidden }));
afterEach(() => vi.clearAllMocks());

// [OKR-19]
describe('the mark of a standing', () => {
  it('says why and by how much on hover', async () => {
    show(<StandingMark standing={behind} />);
    await userEvent.hover(screen.getByText('At risk'));
    expect(shown).toHaveBeenCalledOnce();
    await userEvent.unhover(screen.getByText('At risk'));
    expect(hidden).toHaveBeenCalledOnce();
  });

  it('says it on focus, and to who hears the page', async () => {
    const { container } = show(<StandingMark standing={behind} />);
    await userEvent.tab();
    const mark = screen.getByRole('button', { name: 'At risk' });
    expect(mark).toHaveFocus();
    expect(mark).toHaveAccessibleDescription(words);
    expect(shown).toHaveBeenCalledOnce();
    expect(await faults(container)).toEqual([]);
  });

  it('is no stop of its own within a line that has the focus', async () => {
    show(
      <button type="button">
        <StandingMark standing={behind} host="button" />
      </button>,
    );
    await userEvent.tab();
    expect(screen.getByRole('button')).toHaveFocus();
    expect(shown).toHaveBeenCalledOnce();
  });

  it('explains nothing where there is nothing to explain', () => {
    show(<StandingMark standing={{ status: 'on_track', days_late: 0, reasons: [] }} />);
    expect(screen.queryByRole('button')).toBeNull();
  });
});
