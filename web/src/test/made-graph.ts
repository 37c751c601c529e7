import type { CycleGraph, GraphNode } from '@/features/okr/parts/shapes';
import type { MapTeam } from '@/features/okr/map/map-layout';

const statuses = ['on_track', 'on_track', 'on_track', 'at_risk', 'off_track', 'stale', 'done'] as const;
const verbs = ['Win', 'Shorten', 'Launch', 'Raise', 'Keep', 'Simplify'];
const things = [
  'first-pass yield',
  'the wait for an answer',
  'the new adapter',
  'trust of inspectors',
  'renewals',
];

/** A company as large as asked for, the same each time: for tests and measurements of the map. */
export function madeGraph(count: number): CycleGraph & { teams: MapTeam[] } {
  let seed = 42;
  const next = (below: number) => {
    seed = (seed * 1664525 + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const id = (kind: string, number: number) => `${kind}${String(number).padStart(12, '0')}`;
  const departments = Math.max(2, Math.round(count / 500));
  const teamCount = Math.max(6, Math.round(count / 40));
  const teams: MapTeam[] = [
    { id: id('t', 0), name: 'Halden', parent_id: null, kind: 'company' },
    ...Array.from({ length: teamCount }, (_, at) => ({
      id: id('t', at + 1),
      name: `Team ${at + 1}`,
      parent_id: at < departments ? id('t', 0) : id('t', 1 + (at % departments)),
      kind: at < departments ? 'department' : 'team',
    })),
  ];
  const company = Math.max(3, Math.round(count / 400));
  const ofTeams = Math.round(count / 5);
  const nodes = Array.from({ length: count }, (_, at): GraphNode => {
    const level = at < company ? 'company' : at < company + ofTeams ? 'team' : 'person';
    const parent = level === 'company' ? null : level === 'team' ? next(company) : company + next(ofTeams);
    const team = level === 'company' ? 0 : 1 + (at % teamCount);
    const lone = level !== 'company' && at % 37 === 0;
    return {
      id: id('o', at),
      title: `${verbs[next(verbs.length)]} ${things[next(things.length)]} ${at}`,
      level,
      team_id: level === 'person' ? null : id('t', team),
      person_id: level === 'person' ? id('p', at) : null,
      shown_in: id('t', team),
      accountable: { id: id('p', at), name: `Person ${at}` },
      state: 'published',
      parent_id: parent === null || lone ? null : id('o', parent),
      progress: next(100) / 100,
      expected_progress: 0.5,
      grade: null,
      accountable_left: false,
      status: statuses[next(statuses.length)]!,
      days_late: 0,
      reasons: [],
      key_results: [1, 2, 3].map((one) => ({
        title: `Raise what counts for ${at} from ${one} to 9`,
        restated: null,
      })),
      from_below: false,
      depth: level === 'company' ? 1 : level === 'team' ? 2 : 3,
      version: 1,
      may: ['edit'],
    };
  });
  const supports = nodes.flatMap(({ id: from, parent_id: to }) =>
    to ? [{ from, to, key_result_id: null, primary: true }] : [],
  );
  const dependencies = Array.from({ length: Math.round(count / 50) }, () => ({
    from: id('o', company + next(count - company)),
    to: id('o', company + next(count - company)),
    key_result_id: null,
    primary: true,
  }));
  const orphans = nodes
    .filter(({ level, parent_id }) => level !== 'company' && !parent_id)
    .map((node) => node.id);
  return {
    nodes,
    teams,
    team_figures: [],
    supports,
    dependencies,
    orphans,
    unsupported: [],
    too_deep: [],
    levels_most: 3,
  };
}
