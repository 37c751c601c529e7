import { t } from '@/lib/i18n';
import type { Recent } from '@/lib/recent';
import type { IconName } from '@/ui/icons';
import { fits, type Command } from './command';
import type { Hit } from './queries';

/** One line of the palette. */
export type Entry = {
  id: string;
  group: string;
  icon: IconName;
  title: string;
  about?: string;
  aside?: string; // what stands at the end of the line: a cycle, a draft
  keys?: string;
  path?: string; // where it leads
  run?: () => void; // or what it does
};

const icons: Record<Hit['kind'], IconName> = {
  person: 'user',
  team: 'people',
  objective: 'target',
  key_result: 'flag',
  kpi: 'chart',
  learning: 'bulb',
  initiative: 'check',
  blocker: 'help',
  comment: 'comment',
  check_in: 'change',
};

/** Where something is read. */
export function pathOf({ kind, id, objective_id }: Hit) {
  if (kind === 'person') return `/people/${id}`;
  if (kind === 'team') return `/teams/${id}`;
  if (kind === 'kpi') return `/kpis/${id}`;
  if (kind === 'learning') return `/learnings?from=${id}`;
  if (kind === 'objective') return `/objectives/${id}`;
  return `/objectives/${objective_id}#${id}`;
}

function asideOf({ state, cycle, running }: Hit) {
  const said = state === 'draft' || state === 'cancelled' ? t(`search.state.${state}`) : '';
  return [said, running ? '' : cycle?.name].filter(Boolean).join(' · ');
}

const ofHit = (hit: Hit): Entry => ({
  id: `${hit.kind}-${hit.id}`,
  group: t(`search.${hit.kind}`),
  icon: icons[hit.kind],
  title: hit.title,
  about: hit.about,
  aside: asideOf(hit),
  path: pathOf(hit),
});

const ofCommand = ({ group, ...command }: Command, at: number): Entry => ({
  ...command,
  id: `command-${at}`,
  group: t(`search.${group}`),
});

const ofRecent = ({ path, title }: Recent): Entry => ({
  id: `recent-${path.replaceAll('/', '-')}`,
  group: t('search.recent'),
  icon: 'clock',
  title,
  path,
});

/** Before anything is typed: where one was, where one can go, what one can do. */
export const atFirst = (commands: Command[], recent: Recent[]) => [
  ...recent.map(ofRecent),
  ...commands.map(ofCommand),
];

/** Commands that fit, then what the server found, kind by kind in the order of the best of each. */
export function matching(typed: string, commands: Command[], hits: Hit[]): Entry[] {
  const kinds = [...new Set(hits.map(({ kind }) => kind))];
  const found = kinds.flatMap((kind) => hits.filter((hit) => hit.kind === kind).map(ofHit));
  return [
    ...commands
      .map(ofCommand)
      .filter(({ title }) => fits(title, typed))
      .slice(0, 5),
    ...found,
  ];
}
