import type { BrowserContext } from 'playwright-core';
import { adminParts } from '../../web/src/app/places';
import { enter } from './browser';
import { closedWork, read, teamNamed, week } from './world';

/** A page and who opens it: ana where nobody is named, anybody at all where it is null. */
export type Place = { name: string; path: string; who?: string | null };

/** Every page of the product, with things of the demo world that those who open it see. Ana is signed in after it. */
export async function everyPage(context: BrowserContext): Promise<Place[]> {
  await enter(context, 'cam');
  const draft = (await week(context)).drafts[0]!.id;
  await enter(context, 'ana');
  const { id: team } = await teamNamed(context, 'Engineering');
  const me = await read<{ id: string }>(context, '/me');
  const { due, not_due, cycle: current } = await week(context);
  const cycle = current.id;
  const kpis = await read<{ items: { id: string }[] }>(context, '/kpis?limit=1');
  const objective = [...due, ...not_due][0]!.objective_id;
  const past = await closedWork(context, team);
  return [
    { name: 'home', path: '/' },
    { name: 'check-in', path: `/check-in?objective=${objective}` },
    { name: 'nothing to check in', path: '/check-in' },
    { name: 'okrs', path: '/okrs' },
    { name: 'okrs-tree', path: '/okrs?tab=tree' },
    { name: 'okrs-map', path: '/okrs?tab=map' },
    { name: 'okrs-timeline', path: '/okrs?tab=timeline' },
    { name: 'board', path: `/teams/${team}` },
    { name: 'objective', path: `/objectives/${objective}` },
    { name: 'draft', path: `/objectives/${draft}`, who: 'cam' },
    { name: 'closed objective', path: `/objectives/${past.objective}` },
    { name: 'writing', path: '/write' },
    { name: 'people', path: '/people' },
    { name: 'dashboard', path: '/dashboard' },
    { name: 'team dashboard', path: `/teams/${team}/dashboard` },
    { name: 'dashboard of a person', path: `/people/${me.id}/dashboard` },
    { name: 'key results of a dashboard', path: '/dashboard/key-results?late=true' },
    { name: 'check-ins of a dashboard', path: '/dashboard/check-ins?week=6' },
    { name: 'people of a dashboard', path: '/dashboard/people?objectives=1' },
    { name: 'kpis', path: '/kpis' },
    { name: 'kpi', path: `/kpis/${kpis.items[0]!.id}` },
    { name: 'cycle', path: `/cycles/${cycle}` },
    { name: 'closing', path: `/objectives/${objective}/close` },
    { name: 'closed', path: `/objectives/${past.objective}/close` },
    { name: 'retro', path: `/teams/${team}/retro/${cycle}` },
    { name: 'retro of a closed cycle', path: `/teams/${team}/retro/${past.cycle}` },
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
    { name: 'alignment', path: '/alignment' },
    { name: 'how figures come about', path: '/figures' },
    { name: 'guidelines for HR', path: '/guidelines', who: 'hugo' },
    { name: 'account', path: '/settings' },
    { name: 'tokens', path: '/settings/tokens' },
    { name: 'administration', path: '/admin' },
    ...adminParts.map(({ to }) => ({
      name: `administration of ${to.replace('/admin/', '')}`,
      path: to,
      who: 'sam',
    })),
    { name: 'what is sent by itself', path: '/admin/sent?show=plan', who: 'sam' },
    { name: 'runs of the jobs', path: '/admin/sent?show=runs', who: 'sam' },
    { name: 'missing', path: '/no/such/page' },
  ];
}

/** Those for which nobody has to sign in. */
export const outside: Place[] = [
  { name: 'sign-in', path: '/sign-in', who: null },
  { name: 'forgot-password', path: '/forgot-password', who: null },
  { name: 'set-password', path: '/set-password', who: null },
];

export const visitorOf = ({ who }: Pick<Place, 'who'>) => (who === undefined ? 'ana' : who);
