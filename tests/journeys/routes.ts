import type { BrowserContext } from 'playwright-core';
import { read, teamNamed, week } from './world';

export type Place = { name: string; path: string };

/** Every page of the product, with things of the demo world that ana sees. */
export async function everyPage(context: BrowserContext): Promise<Place[]> {
  const { id: team } = await teamNamed(context, 'Engineering');
  const me = await read<{ id: string }>(context, '/me');
  const { due, not_due, cycle: current } = await week(context);
  const cycle = current.id;
  const kpis = await read<{ items: { id: string }[] }>(context, '/kpis?limit=1');
  const objective = [...due, ...not_due][0]!.objective_id;
  return [
    { name: 'home', path: '/' },
    { name: 'check-in', path: '/check-in' },
    { name: 'okrs', path: '/okrs' },
    { name: 'okrs-tree', path: '/okrs?tab=tree' },
    { name: 'okrs-map', path: '/okrs?tab=map' },
    { name: 'okrs-timeline', path: '/okrs?tab=timeline' },
    { name: 'board', path: `/teams/${team}` },
    { name: 'objective', path: `/objectives/${objective}` },
    { name: 'writing', path: '/write' },
    { name: 'people', path: '/people' },
    { name: 'dashboard', path: '/dashboard' },
    { name: 'team dashboard', path: `/teams/${team}/dashboard` },
    { name: 'dashboard of a person', path: `/people/${me.id}/dashboard` },
    { name: 'kpis', path: '/kpis' },
    { name: 'kpi', path: `/kpis/${kpis.items[0]!.id}` },
    { name: 'cycle', path: `/cycles/${cycle}` },
    { name: 'closing', path: `/objectives/${objective}/close` },
    { name: 'retro', path: `/teams/${team}/retro/${cycle}` },
    { name: 'learnings', path: '/learnings' },
    { name: 'presentation', path: `/teams/${team}/present?at=1` },
    { name: 'inbox', path: '/inbox' },
    { name: 'inbox-all', path: '/inbox?show=all' },
    { name: 'inbox-settings', path: '/inbox/settings' },
    { name: 'digest', path: '/digest' },
    { name: 'org tree', path: '/people/tree' },
    { name: 'profile', path: `/people/${me.id}` },
    { name: 'teams', path: '/teams' },
    { name: 'people of a team', path: `/teams/${team}/people` },
    { name: 'guidelines', path: '/guidelines' },
    { name: 'account', path: '/settings' },
    { name: 'tokens', path: '/settings/tokens' },
    { name: 'administration', path: '/admin' },
    { name: 'missing', path: '/no/such/page' },
  ];
}

/** Those that anybody sees. */
export const outside: Place[] = [
  { name: 'sign-in', path: '/sign-in' },
  { name: 'forgot-password', path: '/forgot-password' },
  { name: 'set-password', path: '/set-password' },
];
