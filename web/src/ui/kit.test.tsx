import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { quantity } from '@/lib/format';
import { speak } from '@/lib/i18n';
import { faults, show } from '@/test/show';
import { Confidence } from './marks/Confidence';
import { ConfidenceInput } from './form/ConfidenceInput';
import { KeyResultBar } from './marks/KeyResultBar';
import { initials, PersonChip } from './PersonChip';
import { SentenceTitle } from './SentenceTitle';
import { StatusMark, type Status } from './marks/StatusMark';
import { TrajectoryChart } from './charts/TrajectoryChart';

const statuses: Status[] = ['on_track', 'at_risk', 'off_track', 'stale', 'done', 'not_started', 'no_news'];

describe('the status mark', () => {
  it('has a word and a shape of its own for each status', () => {
    const shapes = statuses.map((status) => {
      const { container, unmount } = show(<StatusMark status={status} />);
      const said = screen.getByRole('main').textContent;
      const path = container.querySelector('path')!;
      unmount();
      return [
        said,
        path.getAttribute('d'),
        path.getAttribute('fill'),
        path.getAttribute('stroke-dasharray'),
      ].join('|');
    });
    expect(new Set(shapes).size).toBe(statuses.length);
    expect(shapes.every((shape) => /^\p{L}/u.test(shape))).toBe(true);
  });

  it('speaks German', async () => {
    await speak('de');
    show(<StatusMark status="at_risk" />);
    expect(screen.getByText('Gefährdet')).toBeInTheDocument();
  });
});

function Asked() {
  const [value, setValue] = useState<number | null>(null);
  return (
    <>
      <ConfidenceInput label="How sure?" value={value} last={6} onChange={setValue} />
      <output>{value ?? 'empty'}</output>
    </>
  );
}

describe('the confidence input', () => {
  it('starts empty although a last value is known', () => {
    show(<Asked />);
    expect(screen.getByRole('status')).toHaveTextContent('empty');
    expect(screen.queryByRole('radio', { checked: true })).toBeNull();
  });

  it.each([
    ['7', '7'],
    ['10', '10'],
    ['0', '0'],
    ['13', '3'],
  ])('takes the keys %s as %s', async (keys, value) => {
    show(<Asked />);
    screen.getByRole('radio', { name: '0' }).focus();
    await userEvent.keyboard(keys);
    expect(screen.getByRole('status')).toHaveTextContent(value);
    expect(document.activeElement).toHaveAttribute('value', value);
  });

  it('names itself and has no faults', async () => {
    const { container } = show(<Asked />);
    expect(screen.getByRole('group', { name: 'How sure?' })).toBeInTheDocument();
    expect(await faults(container)).toEqual([]);
  });
});

describe('the bar', () => {
  const width = (selector: string, progress: number) => {
    const { container, unmount } = show(
      <KeyResultBar progress={progress} pace={0.5} from="0" to="10" label="half" />,
    );
    const found = container.querySelectorAll(selector);
    const widths = [...found].map((one) => one.getAttribute('width') ?? one.getAttribute('x1'));
    unmount();
    return widths;
  };
  it('fills as far as the server says', () => expect(width('rect', 0.25)).toEqual(['100%', '25%']));
  it('shows no fill below the baseline', () => expect(width('rect', -0.4)).toEqual(['100%']));
  it('goes on in another tone beyond the target', () =>
    expect(width('rect', 1.25)).toEqual(['100%', '100%', '80%']));
  it('marks the pace on the same scale', () => expect(width('line', 1.25)).toEqual(['40%']));
});

const hours = (value: number) => quantity(value, 'h');
const chart = {
  from: '2026-10-01',
  until: '2026-12-31',
  points: [
    { day: '2026-10-05', value: 47, confidence: 6 },
    { day: '2026-10-12', value: 40, confidence: 7, note: 'New triage rota' },
  ],
  levels: [
    { name: 'baseline' as const, value: 48 },
    { name: 'target' as const, value: 24 },
  ],
  pace: [
    { day: '2026-10-01', value: 48 },
    { day: '2026-12-31', value: 24 },
  ],
};

describe('the chart', () => {
  it('says what it shows', () => {
    show(<TrajectoryChart title="Reply time" text={hours} data={chart} today="2026-10-20" />);
    expect(screen.getByRole('img')).toHaveAccessibleName(
      'Reply time: from 48\u00a0h to 24\u00a0h; 2 values, last 40\u00a0h on 12 Oct.',
    );
  });

  it('has the same facts as a table', async () => {
    const { container } = show(
      <TrajectoryChart title="Reply time" text={hours} data={chart} today="2026-10-20" />,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Show as a table' }));
    expect(screen.getAllByRole('row')).toHaveLength(3);
    expect(screen.getByRole('cell', { name: 'New triage rota' })).toBeInTheDocument();
    expect(await faults(container)).toEqual([]);
  });

  it('can be walked through by keyboard, changes of the target too', () => {
    const marks = [{ day: '2026-10-10', text: 'Target from 20 to 24' }];
    show(<TrajectoryChart title="Reply time" text={hours} data={{ ...chart, marks }} today="2026-10-20" />);
    const walk = screen.getByRole('slider', { name: 'Walk through the check-ins of Reply time' });
    walk.focus();
    expect(walk).toHaveAttribute('aria-valuetext', expect.stringContaining('12 Oct'));
    fireEvent.change(walk, { target: { value: '1' } });
    expect(screen.getByText('Target from 20 to 24')).toBeInTheDocument();
  });

  it('stands without any value', () => {
    show(
      <TrajectoryChart title="Reply time" text={hours} data={{ ...chart, points: [] }} today="2026-10-20" />,
    );
    expect(screen.getByText('The chart begins with the first check-in.')).toBeInTheDocument();
  });
});

describe('small marks', () => {
  it('make initials of the first and the last name', () => {
    expect(['Ana Weber', 'Ben', 'Jean Paul van Dam', 'Öz Ünal'].map(initials)).toEqual([
      'AW',
      'B',
      'JD',
      'ÖÜ',
    ]);
  });
  it('read an objective as a promise', () => {
    show(<SentenceTitle title="win back trust" />);
    expect(screen.getByRole('heading', { level: 1, name: 'We will win back trust' })).toBeInTheDocument();
  });
  it('say where confidence went', () => {
    show(<Confidence value={7} before={5} />);
    expect(screen.getByText('Confidence 7 of 10, rising')).toBeInTheDocument();
  });
  it('keep a bare person named', () => {
    show(<PersonChip name="Ben Kim" bare />);
    expect(screen.getByText('Ben Kim')).toBeInTheDocument();
  });
});
