import type { IconName } from '@/ui/icons';

type Path = '/' | '/okrs' | '/dashboard' | '/kpis' | '/people' | '/learnings' | '/check-in' | '/inbox';
export type Place = { to: Path; text: string; icon: IconName; keys: string };

const home: Place = { to: '/', text: 'nav.home', icon: 'home', keys: 'g h' };
const okrs: Place = { to: '/okrs', text: 'nav.okrs', icon: 'target', keys: 'g o' };
const dashboard: Place = { to: '/dashboard', text: 'nav.dashboard', icon: 'chart', keys: 'g d' };
const kpis: Place = { to: '/kpis', text: 'nav.kpis', icon: 'gauge', keys: 'g k' };
const learnings: Place = { to: '/learnings', text: 'nav.learnings', icon: 'book', keys: 'g l' };
const people: Place = { to: '/people', text: 'nav.people', icon: 'people', keys: 'g p' };
const checkIn: Place = { to: '/check-in', text: 'nav.check-in', icon: 'check', keys: 'g c' };
const inbox: Place = { to: '/inbox', text: 'nav.inbox', icon: 'bell', keys: 'g i' };

/** Where the side navigation leads, where the bar of a phone does beside the inbox, and where a pair of keys does. */
export const places = [home, okrs, dashboard, kpis, people, learnings];
export const onPhone = [home, okrs, checkIn];
export const byKeys = [home, inbox, okrs, dashboard, kpis, people, learnings, checkIn];
