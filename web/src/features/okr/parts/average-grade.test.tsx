import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { speak } from '@/lib/i18n';
import { faults, show } from '@/test/show';
import { AverageGrade } from './AverageGrade';

const few = { graded: 1, of: 3, average: null, band: null, line: 0.7 };
const half = { graded: 2, of: 3, average: 0.675, band: 'partly' as const, line: 0.7 };

// [AIM-1]
describe('the average grade of a team', () => {
  it('is said with its band and how many it is of, and has no faults', async () => {
    const { container } = show(<AverageGrade grades={half} />);
    expect(screen.getByRole('main')).toHaveTextContent('0.68 partly reached (2 of 3 graded)');
    expect(container.querySelector('line')).toHaveAttribute('x1', String(0.7 * 96));
    expect(await faults(container)).toEqual([]);
  });

  it('is none where few are graded, and says so', () => {
    show(<AverageGrade grades={few} />);
    expect(screen.getByRole('main')).toHaveTextContent('1 of 3 graded: too few for an average');
  });

  it('speaks German', async () => {
    await speak('de');
    show(<AverageGrade grades={half} />);
    expect(screen.getByRole('main')).toHaveTextContent('0,68 teilweise erreicht (2 von 3 benotet)');
  });
});
