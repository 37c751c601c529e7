import { expect, it, vi } from 'vitest';
import { speak } from '@/lib/i18n';
import { faults, show } from '@/test/show';
import type { TeamDigest } from './shapes';
import { TeamWeek } from './TeamWeek';

vi.mock('@tanstack/react-router', async (original) => ({
  ...(await original<object>()),
  Link: ({ children, className }: { children: React.ReactNode; className?: string }) => (
    <a href="#here" className={className}>
      {children}
    </a>
  ),
}));

const ana = { id: 'a', name: 'Ana Ruiz' };
const objective = { id: 'o', title: 'Be trusted' };
const figures = { objective, owner: ana, unit: 'plants', progress_before: 0.2, progress: 0.5 };
const noon = (day: string) => Date.parse(`${day}T12:00:00Z`);

const week: TeamDigest = {
  team: { id: 't', name: 'Engineering', kind: 'department' },
  key_results: 4,
  checked_in: 1,
  moved: [
    { ...figures, id: 'm1', title: 'Raise pilots from 2 to 12', before: 4, now: 7, check_ins: 2 },
    { ...figures, id: 'm2', title: 'Follow the KPI', before: 1, now: 2, check_ins: 0 },
  ],
  late: [{ id: 'l', title: 'Reduce rework', objective, owner: ana, days_late: 9, away_until: null }],
  published: [{ id: 'p', title: 'Ship on the day', at: noon('2025-11-12') }],
  ended: [
    { id: 'e1', title: 'Know what we run', state: 'closed', grade: 0.7, at: noon('2025-11-13') },
    { id: 'e2', title: 'Never measured', state: 'closed', grade: null, at: noon('2025-11-13') },
    { id: 'e3', title: 'Open the south', state: 'cancelled', grade: null, at: noon('2025-11-14') },
  ],
};

const said = (element: HTMLElement) => element.textContent.replace(/\s+/g, ' ');

it('says in both languages what a week brought', async () => {
  const { container, unmount } = show(<TeamWeek week={week} />);
  const english = said(container);
  for (const words of [
    '1 of 4 key results checked in',
    'Moved',
    'Ana Ruiz · 2 check-ins',
    '4 plants → 7 plants',
    'from its KPI',
    'Waits for a check-in',
    '9 days',
    'Published',
    'Ended',
    'Closed, grade 0.7',
    'Cancelled',
  ])
    expect(english).toContain(words);
  // What was closed without a grade is closed, and no figure is invented for it.
  expect(english.match(/grade/g)).toHaveLength(1);
  expect(await faults(container)).toEqual([]);
  unmount();

  await speak('de');
  const german = show(<TeamWeek week={week} />);
  for (const words of [
    '1 von 4 Key Results eingecheckt',
    '2 Check-ins',
    'aus seiner Kennzahl',
    'Abgeschlossen, Note 0,7',
  ])
    expect(said(german.container)).toContain(words);
  await speak('en');
});

it('says that a week was quiet', () => {
  const { container } = show(
    <TeamWeek
      week={{ ...week, key_results: 1, checked_in: 0, moved: [], late: [], published: [], ended: [] }}
    />,
  );
  expect(said(container)).toContain('0 of 1 key result checked in');
  expect(said(container)).toContain('A quiet week: nothing moved');
  expect(container.querySelectorAll('h3')).toHaveLength(0);
});
