import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { show } from '@/test/show';
import { csvOf } from './chart-export';
import { ChartFrame } from './ChartFrame';
import { DayAxis } from './DayAxis';
import { Grid } from './Grid';
import { Histogram } from './Histogram';
import { StatusBar } from './StatusBar';

describe('a chart', () => {
  const rows = [
    ['0.7', 3],
    ['1.0', 1],
  ];
  const frame = (
    <ChartFrame title="Spread" file="spread" columns={['Grade', 'Key results']} rows={rows}>
      <Histogram title="Spread of grades" bars={[{ label: '0.7', count: 3, strong: true }]} />
    </ChartFrame>
  );

  it('has the same figures as a table one button away', async () => {
    show(frame);
    expect(screen.getByRole('img', { name: 'Spread of grades' })).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Show as a table' }));
    expect(screen.getByRole('table', { name: 'Spread' })).toBeVisible();
    expect(screen.getByRole('rowheader', { name: '0.7' })).toBeVisible();
    expect(screen.queryByRole('img')).toBeNull();
  });

  it.each([
    [7, 700, 7],
    [13, 600, 7],
    [13, 300, 4],
  ])('names of %i days on %i pixels %i, all of them whole', (count, width, shown) => {
    const days = Array.from({ length: count }, (_, at) => `2026-10-${String(at + 10)}`);
    const x = (day: string) => ((Number(day.slice(-2)) - 9) / count) * width;
    const { container } = show(
      <svg>
        <DayAxis days={days} x={x} y={10} width={width} />
      </svg>,
    );
    const places = [...container.querySelectorAll('text')].map((text) => Number(text.getAttribute('x')));
    expect(places).toHaveLength(shown);
    expect(Math.max(...places)).toBeLessThanOrEqual(width - 28);
  });

  it('gives no two lines of its axis the same text', () => {
    const values = [99.89999, 99.899995, 99.9];
    const { container } = show(
      <svg>
        <Grid values={values} y={(value) => value} from={0} to={10} />
      </svg>,
    );
    const texts = [...container.querySelectorAll('text')].map(({ textContent }) => textContent);
    expect(texts).toEqual(['99.89999', '99.899995', '99.9']);
  });

  it('leaves out what nobody has', () => {
    show(<StatusBar title="Four on track" counts={{ on_track: 4, stale: 0 }} />);
    expect(screen.getByRole('img', { name: 'Four on track' }).querySelectorAll('rect[rx="3"]')).toHaveLength(
      1,
    );
  });
});

describe('a table for a spreadsheet', () => {
  it('quotes what needs it and lets no text become a formula', () => {
    expect(
      csvOf(
        ['Team', 'Sum'],
        [
          ['=1+1, "quoted"', -2.5],
          ['Sales', null],
        ],
      ),
    ).toBe('Team,Sum\r\n"\'=1+1, ""quoted""",-2.5\r\nSales,\r\n');
  });
});
