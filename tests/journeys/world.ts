import type { BrowserContext } from 'playwright-core';
import type { components } from '../../web/src/api/schema';
import { enter, url } from './browser';

type Shapes = components['schemas'];

export const read = async <T>(context: BrowserContext, path: string): Promise<T> =>
  (await context.request.get(`/api/v1${path}`)).json() as Promise<T>;

/** Something written by the API. */
export async function ask<T>(
  context: BrowserContext,
  method: string,
  path: string,
  data?: object,
): Promise<T> {
  const answer = await context.request.fetch(`/api/v1${path}`, { method, data, headers: { Origin: url } });
  if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
  const text = await answer.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

export const week = (context: BrowserContext) => read<Shapes['MyWeek']>(context, '/my-week');

export async function teamNamed(context: BrowserContext, name: string) {
  const { items } = await read<Shapes['TeamList']>(context, '/teams');
  return items.find((team) => team.name === name)!;
}

/** An objective that this team has closed, and its cycle. */
export async function closedWork(context: BrowserContext, team: string) {
  const { items } = await read<Shapes['CycleList']>(context, '/cycles');
  const cycle = items.find(({ kind, phase }) => kind === 'quarter' && phase === 'closed')!.id;
  const { objectives } = await read<Shapes['TeamBoard']>(context, `/teams/${team}/board?cycle=${cycle}`);
  return { cycle, objective: objectives.find(({ state }) => state === 'closed')!.id };
}

const isFigure = ({ kind, kpi_id }: Shapes['KeyResult']) =>
  kpi_id === null && kind !== 'yes_no' && kind !== 'milestones';

const people = [
  'ben',
  'cam',
  'dora',
  'erik',
  'marta',
  'finn',
  'petra',
  'david',
  'kurt',
  'lena',
  'omar',
  'nora',
  'ivan',
];

export type Run = { path: string; keyResults: Shapes['KeyResult'][] };

/** Signs in somebody whose check-ins begin with a figure: one of those who are late today, else ana with a new objective. */
export async function someoneToCheckIn(context: BrowserContext): Promise<Run> {
  for (const name of people) {
    await enter(context, name);
    const { due } = await week(context);
    if (due[0] && isFigure(due[0])) return { path: '/check-in', keyResults: due };
  }
  await enter(context, 'ana');
  const { id, key_results } = await writeOne(context);
  return { path: `/check-in?objective=${id}`, keyResults: key_results };
}

/** A published objective of whoever is signed in, with this many figures and what else is wanted. */
export async function writeOne(
  context: BrowserContext,
  figures = 2,
  others: unknown[] = [],
  owner: { team_id?: string; title?: string } = {},
): Promise<Shapes['Objective']> {
  const me = await read<Shapes['Me']>(context, '/me');
  const { items } = await read<Shapes['CycleList']>(context, '/cycles');
  const made = await context.request.post('/api/v1/objectives', {
    data: {
      cycle_id: items.find(({ current }) => current)!.id,
      title: 'Learn what pilots need before they ask',
      ...(owner.team_id ? {} : { person_id: me.id }),
      ...owner,
      key_results: [
        ...Array.from({ length: figures }, (_, index) => ({
          title: `Raise visits to pilot plants of group ${index + 1} from 1 to 8`,
          baseline: 1,
          target: 8,
        })),
        ...others,
      ],
      contributor_ids: [],
      publish: true,
    },
    headers: { Origin: url },
  });
  return (await made.json()) as Shapes['Objective'];
}

/** A draft for Engineering that nobody else looks at. */
export async function draftOf(context: BrowserContext, title: string): Promise<Shapes['Objective']> {
  const { id: team_id } = await teamNamed(context, 'Engineering');
  const { cycle } = await week(context);
  const made = await context.request.post('/api/v1/objectives', {
    data: { cycle_id: cycle.id, team_id, title: `${title} (${Date.now().toString(36)})` },
    headers: { Origin: url },
  });
  return (await made.json()) as Shapes['Objective'];
}

/** An objective of this team that no other journey looks at: a figure and milestones. */
export async function writeForTeam(
  context: BrowserContext,
  team: string,
  title: string,
  publish = true,
): Promise<Shapes['Objective']> {
  const { items } = await read<Shapes['CycleList']>(context, '/cycles');
  const made = await context.request.post('/api/v1/objectives', {
    data: {
      cycle_id: items.find(({ current }) => current)!.id,
      team_id: (await teamNamed(context, team)).id,
      title: `${title} (${Date.now().toString(36)})`,
      key_results: [
        { title: 'Reduce the noise from 9 to 1', baseline: 9, target: 1 },
        { title: 'Pass both tests', kind: 'milestones', milestones: [{ title: 'Lab' }, { title: 'Field' }] },
      ],
      contributor_ids: [],
      publish,
    },
    headers: { Origin: url },
  });
  return (await made.json()) as Shapes['Objective'];
}

export const objectiveNow = (context: BrowserContext, { id }: { id: string }) =>
  read<Shapes['Objective']>(context, `/objectives/${id}`);

/** A believable next value: a little of the way on from where it is. */
export function nextValue({ current, baseline, target }: Shapes['KeyResult']) {
  const start = baseline ?? current ?? 0;
  const value = (current ?? start) + ((target ?? start) - start) * 0.05;
  return Math.round(value * 100) / 100;
}
