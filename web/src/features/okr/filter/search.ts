import { text } from '@/lib/address';
import { statusOrder } from '@/ui/marks/status-order';
import type { Status } from '@/ui/marks/StatusMark';

/** What the address of /okrs says beside the cycle: the way of looking, the filter, and the place in it. */
export type Tab = 'list' | 'tree' | 'map' | 'timeline';
export type Grouping = 'team' | 'level';
export type Level = 'company' | 'team' | 'person';
export type State = 'draft' | 'published' | 'closed' | 'cancelled';
/** Settled is published or closed: what dashboards count. */
export type StateAsked = State | 'settled';

export const tabs: Tab[] = ['list', 'tree', 'map', 'timeline'];
export const levels: Level[] = ['company', 'team', 'person'];
export const states: StateAsked[] = ['draft', 'published', 'closed', 'settled', 'cancelled'];
export const marks = ['at_risk', 'stale', 'unlinked', 'linked', 'from_below'] as const;
export type Mark = (typeof marks)[number];

export type Filter = {
  team?: string;
  person?: string;
  level?: Level;
  state?: StateAsked;
  status?: Status;
  text?: string;
  /** What the team itself owns, without its people and subteams. */
  only_team?: 'true';
} & { [mark in Mark]?: 'true' };

/** Lists of ids that a person opened or shut: key results of the list, groups, branches of the tree and the outline. */
export type Folded = 'opened' | 'shut' | 'branches';

export type OverviewSearch = Filter & {
  tab?: Tab;
  group?: Grouping;
  /** The saved view that this began with. */
  saved?: string;
  /** The objective that the map is about. */
  focus?: string;
  outline?: 'true';
  /** Left out, the map shows the first link of each objective. */
  links?: 'all';
  /** The window on the map: how near, and what stands in its middle. */
  place?: string;
} & { [key in Folded]?: string };

const one = <T extends string>(value: unknown, of: readonly T[]) => of.find((known) => known === value);
const yes = (value: unknown) => (String(value) === 'true' ? 'true' : undefined);

/** What is understood of an address; the rest of it is left out. */
export function readSearch(search: Record<string, unknown>): OverviewSearch {
  return {
    tab: one(search.tab, tabs),
    group: one(search.group, ['team', 'level']),
    team: text(search.team),
    person: text(search.person),
    level: one(search.level, levels),
    state: one(search.state, states),
    status: one(search.status, statusOrder),
    at_risk: yes(search.at_risk),
    stale: yes(search.stale),
    unlinked: yes(search.unlinked),
    linked: yes(search.linked),
    from_below: yes(search.from_below),
    text: text(search.text)?.slice(0, 100),
    only_team: yes(search.only_team),
    saved: text(search.saved),
    focus: text(search.focus),
    outline: yes(search.outline),
    links: one(search.links, ['all']),
    place: text(search.place),
    opened: text(search.opened),
    shut: text(search.shut),
    branches: text(search.branches),
  };
}

/** The address with another part of it; another filter is another map, of which no place was chosen yet. */
export const searchWith = (before: OverviewSearch, part: OverviewSearch): OverviewSearch => ({
  ...before,
  ...(filterKeys.some((key) => key in part && part[key] !== before[key]) && { place: undefined }),
  ...part,
});

const filterKeys = ['team', 'only_team', 'person', 'level', 'state', 'status', ...marks, 'text'] as const;

export const filterOf = (search: OverviewSearch): Filter =>
  Object.fromEntries(filterKeys.flatMap((key) => (search[key] ? [[key, search[key]]] : []))) as Filter;

export const isFiltered = (search: OverviewSearch) => filterKeys.some((key) => search[key]);

/** Nothing but a team is asked for: its groups stand there whole. */
export const isWhole = (search: OverviewSearch) =>
  filterKeys.every((key) => key === 'team' || key === 'only_team' || !search[key]);

export const noFilter: OverviewSearch = Object.fromEntries(filterKeys.map((key) => [key, undefined]));

/** What a saved view keeps of an address, always in the same order. */
export function viewQuery(search: OverviewSearch): string {
  const kept = { tab: search.tab, group: search.group, ...filterOf(search) };
  return new URLSearchParams(
    Object.entries(kept).flatMap(([key, value]) => (value ? [[key, value]] : [])),
  ).toString();
}

/** The address of a saved view; what it says nothing about is cleared. */
export const searchOfView = (query: string, saved: string): OverviewSearch => ({
  ...readSearch(Object.fromEntries(new URLSearchParams(query))),
  saved,
  focus: undefined,
});
