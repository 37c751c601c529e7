import type { BrowserContext } from 'playwright-core';
import type { components } from '../../../web/src/api/schema';
import { enter } from '../browser';
import { ask, read, teamNamed, week } from '../world';

type Shapes = components['schemas'];
export type Things = Awaited<ReturnType<typeof makeThings>>;

const unique = Date.now().toString(36);

/** What states need to stand on: objectives of Engineering with one of everything, and addresses. */
export async function makeThings(context: BrowserContext) {
  await enter(context, 'ana');
  const { cycle } = await week(context);
  const me = await read<Shapes['Me']>(context, '/me');
  const { id: team } = await teamNamed(context, 'Engineering');
  const { id: otherTeam } = await teamNamed(context, 'Quality');
  const people = await read<{ items: Shapes['PersonLine'][] }>(context, '/people?text=cam%20nguyen');
  const cam = people.items[0]!.id;
  const kpis = await read<{ items: Shapes['Kpi'][] }>(context, '/kpis?limit=50');
  const objective = (title: string, publish: boolean, rest: object = {}) =>
    ask<Shapes['Objective']>(context, 'POST', '/objectives', {
      cycle_id: cycle.id,
      team_id: team,
      title: `${title} (${unique})`,
      contributor_ids: [],
      key_results: [
        { title: 'Raise visits from 1 to 8', baseline: 1, target: 8 },
        { title: 'Pass both tests', kind: 'milestones', milestones: [{ title: 'Lab' }, { title: 'Field' }] },
        { title: 'Be listed', kind: 'yes_no' },
      ],
      publish,
      ...rest,
    });
  const one = await objective('Open every drawer', true);
  const giver = await objective('Hold the ladder', true);
  const draft = await objective('Try a drawer first', false);
  const path = `/objectives/${one.id}`;
  const figure = one.key_results[0]!.id;
  await ask(context, 'POST', `/key-results/${figure}/check-ins`, {
    value: 3,
    confidence: 6,
    what_happened: 'Two plants called back.',
  });
  await ask(context, 'POST', `${path}/blockers`, { key_result_id: figure, text: 'The key is missing' });
  await ask(context, 'POST', `${path}/initiatives`, { title: 'Oil the rails' });
  await ask(context, 'PUT', `${path}/contributors/${cam}`);
  await ask(context, 'POST', `${path}/dependencies`, { provider_id: giver.id, need: 'A hand on Friday' });
  await ask(context, 'POST', `${path}/comments`, { text: 'It squeaks.', mention_ids: [] });
  return {
    one: path,
    figure,
    giver: `/objectives/${giver.id}`,
    draft: `/objectives/${draft.id}`,
    kpi: `/kpis/${kpis.items[0]!.id}`,
    me: me.id,
    team,
    otherTeam,
    cycle: cycle.id,
    title: one.title,
  };
}

export async function dropThings(context: BrowserContext, { one, giver, draft }: Things) {
  await ask(context, 'DELETE', draft);
  for (const path of [one, giver])
    await ask(context, 'PUT', `${path}/cancellation`, { reason: 'Every drawer was opened.' });
}
