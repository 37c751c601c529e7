import type { components } from '@/api/schema';

// A small piece of the demo world, as the server tells it.
type Shapes = components['schemas'];

export const now = '2026-11-22';
const at = (day: string, hour = 9) => Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00Z`);
const id = (number: number) => `00mcv7n2k3x${String(number).padStart(2, '0')}`;

export const ana = { id: id(1), name: 'Ana Weber' };
export const ben = { id: id(2), name: 'Ben Kim' };
export const dora = { id: id(3), name: 'Dora Novak' };
export const quality: Shapes['TeamName'] = { id: id(10), name: 'Quality', kind: 'team' };
export const halden: Shapes['TeamName'] = { id: id(11), name: 'Halden Instruments', kind: 'company' };

export const quarter: Shapes['Cycle'] = {
  id: id(20),
  name: 'Q4 2026',
  kind: 'quarter',
  parent_id: null,
  starts_on: '2026-10-05',
  ends_on: '2027-01-03',
  midcycle_on: '2026-11-18',
  phase: 'active',
  cadence: 'weekly',
  week: 7,
  weeks: 13,
  current: true,
  may: [],
  version: 1,
};

const standing = (
  status: Shapes['Status'],
  why?: Shapes['Why'],
  value = 0,
  against = 0,
  figures: number[] = [],
): Shapes['Standing'] => ({
  status,
  days_late: status === 'stale' ? value : 0,
  reasons: why ? [{ why, value, against, figures }] : [],
});

const keyResult: Shapes['KeyResult'] = {
  id: id(40),
  objective_id: id(30),
  title: 'Reduce complaint handling from 48 h to 24 h',
  restated: null,
  kind: 'number',
  direction: 'fall',
  baseline: 48,
  baseline_on: null,
  target: 24,
  change_percent: null,
  low: null,
  high: null,
  commit: 30,
  stretch: null,
  unit: 'h',
  weight: 1,
  owner: ben,
  due_on: '2027-01-03',
  indicator: 'lagging',
  counter: '',
  kpi_id: null,
  measured: true,
  current: 36,
  confidence: 6,
  progress: 0.5,
  raw_progress: 0.5,
  expected_progress: 0.54,
  paced_from: '2026-10-05',
  expected_value: 35,
  grade: null,
  outcome: null,
  owner_left: false,
  level: 'none',
  standing: standing('on_track'),
  last_check_in: {
    id: id(60),
    value: 36,
    confidence: 6,
    what_happened: 'New triage rota in place',
    what_next: '',
    help_needed: '',
    author_id: ben.id,
    at: at('2026-11-10'),
  },
  version: 3,
};

export const complaints: Shapes['DueKeyResult'] = {
  ...keyResult,
  standing: standing('stale', 'check_in_late', 5),
  objective_title: 'be the quality system inspectors trust',
  team: quality,
  milestones: [],
};
export const satisfaction: Shapes['DueKeyResult'] = {
  ...complaints,
  id: id(41),
  title: 'Raise CSAT from 80 % to 90 %',
  kind: 'percent',
  direction: 'rise',
  baseline: 80,
  target: 90,
  commit: null,
  unit: '%',
  current: 86.2,
  progress: 0.62,
  raw_progress: 0.62,
  expected_value: 85.4,
  confidence: 7,
  standing: standing('on_track'),
};
export const audit: Shapes['DueKeyResult'] = {
  ...complaints,
  id: id(42),
  title: 'Pass the notified body audit without a major finding',
  kind: 'yes_no',
  direction: 'rise',
  baseline: 0,
  target: 1,
  commit: null,
  unit: '',
  current: null,
  progress: null,
  raw_progress: null,
  expected_progress: 0,
  expected_value: 0,
  confidence: null,
  standing: standing('no_news', 'no_check_in', 2),
  last_check_in: null,
};
export const rollout: Shapes['DueKeyResult'] = {
  ...complaints,
  id: id(43),
  title: 'Roll the new deviation process out to all four plants',
  kind: 'milestones',
  direction: 'rise',
  baseline: 0,
  target: 1,
  commit: null,
  unit: '',
  current: 0.5,
  progress: 0.5,
  raw_progress: 0.5,
  confidence: 3,
  standing: standing('at_risk', 'low_confidence', 3, 4),
  milestones: [
    {
      id: id(70),
      key_result_id: id(43),
      title: 'Pilot in Plant North',
      weight: 1,
      due_on: null,
      reached_at: at('2026-10-30'),
    },
    {
      id: id(71),
      key_result_id: id(43),
      title: 'Training for shift leads',
      weight: 1,
      due_on: null,
      reached_at: null,
    },
  ],
};
export const yieldRate: Shapes['DueKeyResult'] = {
  ...satisfaction,
  id: id(44),
  title: 'Lift first-pass yield from 91 % to 95 %',
  baseline: 91,
  target: 95,
  stretch: 96,
  current: 96.1,
  progress: 1,
  raw_progress: 1.275,
  standing: standing('done', 'target_reached', 1.275),
};

const bare = (due: Shapes['DueKeyResult']): Shapes['KeyResult'] => due;

export const card: Shapes['ObjectiveCard'] = {
  id: id(30),
  cycle_id: quarter.id,
  level: 'team',
  team_id: quality.id,
  person_id: null,
  accountable: ana,
  accountable_left: false,
  title: 'be the quality system inspectors trust',
  why: 'Two customers moved their audits forward; a finding now costs us the medical approval.',
  ambition: 'aspirational',
  state: 'published',
  parent_id: null,
  progress: 0.54,
  expected_progress: 0.56,
  band: 'partly',
  grade: null,
  standing: standing('at_risk', 'parts_behind', 1, 4, [0.31]),
  version: 4,
};
const key_results = [complaints, satisfaction, audit, rollout, yieldRate].map(bare);

export const board: Shapes['TeamBoard'] = {
  team: quality,
  cycle: { id: quarter.id, name: quarter.name },
  counted: 2,
  drafts: 1,
  progress: 0.54,
  objectives: [
    { ...card, key_results },
    {
      ...card,
      id: id(31),
      title: 'make every plant learn from every deviation',
      why: '',
      progress: 0.31,
      expected_progress: 0.56,
      standing: standing('off_track', 'parts_behind', 1, 1, [0.31]),
      key_results: [
        bare({
          ...rollout,
          id: id(45),
          objective_id: id(31),
          standing: standing('off_track', 'low_confidence', 1, 4),
        }),
      ],
    },
    {
      ...card,
      id: id(32),
      title: 'win the first hospital group',
      why: '',
      state: 'draft',
      progress: null,
      expected_progress: null,
      standing: standing('no_news', 'no_measure'),
      key_results: [],
    },
  ],
  advice: [
    {
      hint: 'few_key_results',
      strength: 'soft',
      asks_reason: false,
      value: 1,
      limit: 3,
      words: '',
      drafts: 0,
    },
  ],
  may: ['write_objective'],
};

const history: [day: string, value: number, confidence: number, note: string][] = [
  ['2026-11-10', 36, 6, 'New triage rota in place'],
  ['2026-11-02', 40, 6, ''],
  ['2026-10-26', 43, 5, 'Two people out sick, still better'],
  ['2026-10-19', 46, 5, ''],
  ['2026-10-12', 48, 6, ''],
];

export const objective: Shapes['Objective'] = {
  ...card,
  key_results,
  dropped: [],
  sentence: 'We will be the quality system inspectors trust as measured by …',
  cycle: { id: quarter.id, name: quarter.name },
  team: quality,
  person: null,
  ancestors: [
    { id: id(33), title: 'become the instrument regulated plants choose first', state: 'published' },
  ],
  supports: [
    {
      id: id(80),
      other: { id: id(33), title: 'become the instrument regulated plants choose first' },
      other_state: 'published',
      owner: 'Halden Instruments',
      key_result_id: null,
      key_result_title: null,
      primary: true,
      state: 'accepted',
      may: [],
    },
  ],
  supported_by: [
    {
      id: id(81),
      other: { id: id(31), title: 'make every plant learn from every deviation' },
      other_state: 'published',
      owner: 'Manufacturing',
      key_result_id: null,
      key_result_title: null,
      primary: true,
      state: 'proposed',
      may: [],
    },
  ],
  dependencies: [
    {
      id: id(82),
      objective: { id: id(30), title: card.title },
      provider: { id: id(34), title: 'ship firmware that audits itself' },
      need: 'Audit log export from the gateway',
      due_on: '2026-12-05',
      state: 'confirmed',
      answer: '',
      created_at: at('2026-10-20'),
      may: [],
    },
  ],
  contributors: [ben, dora],
  check_ins: history.map(([day, value, confidence, what_happened], index) => ({
    id: id(50 + index),
    key_result_id: complaints.id,
    value,
    confidence,
    progress: null,
    what_happened,
    what_next: index === 0 ? 'Train two more people on triage' : '',
    help_needed: '',
    evidence: '',
    source: 'manual',
    token: '',
    author: ben,
    at: at(day),
    acknowledged_by: index === 1 ? ana : null,
    acknowledged_at: null,
    withdrawn_at: null,
  })),
  milestones: rollout.milestones,
  blockers: [
    {
      id: id(83),
      key_result_id: rollout.id,
      objective_id: card.id,
      objective_title: card.title,
      text: 'Test rig in Plant South is blocked',
      owner: ana,
      raised_by: ben,
      raised_at: at('2026-11-18'),
      age_days: 4,
      resolved_at: null,
      resolution: '',
      may: ['resolve'],
    },
  ],
  initiatives: [
    {
      id: id(84),
      key_result_id: null,
      title: 'Mock audit with an outside inspector',
      owner: ben,
      due_on: '2026-12-10',
      state: 'open',
      version: 1,
    },
  ],
  comments: [
    {
      id: id(85),
      check_in_id: null,
      author: dora,
      text: 'Two of my customers asked about exactly this. Can I show them the numbers in December?',
      mentions: [],
      thanked: null,
      created_at: at('2026-11-12', 14),
    },
  ],
  changes: [
    {
      id: id(86),
      key_result_id: complaints.id,
      field: 'target',
      before: '20',
      after: '24',
      reason: 'The lab is closed two weeks in December',
      changed_by: ana,
      at: at('2026-11-03'),
    },
  ],
  advice: [],
  limit_reason: '',
  carried_from: null,
  carried_to: null,
  asks_reason: [],
  fixed: [],
  role: { title: 'Head of Engineering', confirmed_at: null, may: [] },
  place: { position: 0, of: 1 },
  chain: { level: 1, most: 3 },
  closure: null,
  past_closures: [],
  cancellation: null,
  published_at: at('2026-10-05'),
  changed: null,
  skips: [],
  votes: { count: 0, mine: false },
  readers: [],
  reader_teams: [],
  may: ['edit', 'check_in', 'comment'],
};

export const news: Shapes['News'] = {
  since: at('2026-11-13'),
  items: [
    {
      kind: 'moved',
      at: at('2026-11-14'),
      count: 1,
      person: ben,
      team: null,
      objective: { id: objective.id, title: objective.title },
      key_result: { id: complaints.id, title: complaints.title },
      from: 36,
      to: 33,
      unit: 'h',
    },
  ],
  more: 0,
};

export const week: Shapes['MyWeek'] = {
  cycle: quarter,
  due: [complaints, rollout, audit],
  not_due: [satisfaction, yieldRate],
  blockers: objective.blockers,
  questions: objective.dependencies,
  drafts: [{ ...card, id: id(32), title: 'win the first hospital group', state: 'draft' }],
  shared: [
    { id: id(34), title: 'be heard by every plant', shared_by: ben, shared_at: at('2026-11-20'), team: null },
  ],
  mentions: objective.comments.map((comment) => ({
    ...comment,
    objective: { id: objective.id, title: objective.title },
  })),
  vision: 'Measurements that people stake their lives on.',
  company: [
    {
      ...card,
      id: id(33),
      level: 'company',
      team_id: null,
      title: 'become the instrument regulated plants choose first',
      why: 'Regulated plants decide once for ten years. The next eighteen months decide who they pick.',
      standing: standing('on_track'),
      progress: 0.58,
    },
    {
      ...card,
      id: id(35),
      level: 'company',
      title: 'be a place where experts stay',
      why: '',
      standing: standing('stale', 'check_in_late', 9),
      progress: 0.4,
    },
  ],
  teams: [quality, halden],
  is_new: false,
  initiatives: [],
};

export const concerns: Shapes['TeamConcerns'] = {
  team: quality,
  cycle: { id: quarter.id, name: quarter.name },
  load: [
    { person: ana, objectives: 3 },
    { person: ben, objectives: 0 },
  ],
  blockers: objective.blockers,
  wait_for_us: [],
  we_wait_for: [],
  moves: [],
  learned_in: null,
  learnings: [],
};

export const me: Shapes['Me'] = {
  id: ana.id,
  name: ana.name,
  email: 'ana@halden.example',
  title: 'Head of Engineering',
  language: 'en',
  teams: [quality],
  roles: [],
  is_manager: true,
  may: [],
};

export const people: Shapes['PersonLine'][] = [ana, ben, dora].map((person) => ({
  ...person,
  title: 'Engineer',
  manager_id: null,
  active: true,
  reports: 0,
}));

export const teams: Shapes['TeamList'] = {
  items: [
    {
      id: halden.id,
      name: halden.name,
      kind: 'company',
      parent_id: null,
      lead: { id: id(4), name: 'Iris Halden' },
      members: 64,
      cadence: null,
    },
    {
      id: quality.id,
      name: quality.name,
      kind: 'team',
      parent_id: halden.id,
      lead: ana,
      members: 7,
      cadence: null,
    },
    { id: id(12), name: 'Sales', kind: 'team', parent_id: halden.id, lead: dora, members: 9, cadence: null },
  ],
};
