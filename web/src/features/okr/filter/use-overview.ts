import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useDeferredValue, useMemo } from 'react';
import type { CycleGraph, TeamLine } from '../parts/shapes';
import { teamsQuery } from '../parts/queries';
import { indented } from '../parts/team-tree';
import { useCycle } from '../parts/use-cycle';
import { folded, shows, teamsAsked } from './filter';
import { graphQuery } from './queries';
import { filterOf, searchWith, type OverviewSearch } from './search';
import { forestOf } from './tree';

/** Asks for something else. Typing replaces, choosing can be taken back. */
export function useAsk() {
  const navigate = useNavigate();
  return (part: OverviewSearch, replace = false) =>
    void navigate({
      to: '/okrs',
      search: (before) => searchWith(before, part),
      replace,
      resetScroll: false,
    });
}

/** What the address asks for, and how to ask for something else. */
export function useAsked() {
  return { search: useSearch({ from: '/in/okrs' }), ask: useAsk() };
}

const noTeams: TeamLine[] = [];

/** The cycle's objectives, and those that the filter lets through. */
export function useOverview(graph: CycleGraph) {
  const { search } = useAsked();
  const teams = useQuery(teamsQuery).data?.items ?? noTeams;
  const known = useMemo(
    () => ({
      forest: forestOf(graph.nodes),
      titles: new Map(graph.nodes.map(({ id, title }) => [id, folded(title)])),
    }),
    [graph],
  );
  const asked = useDeferredValue(JSON.stringify(filterOf(search)));
  const shown = useMemo(() => {
    const filter = JSON.parse(asked);
    const inside = teamsAsked(filter, teams);
    return graph.nodes.filter((node) => shows(filter, node, inside, known.titles.get(node.id)));
  }, [graph, known, asked, teams]);
  const teamNames = useMemo(() => new Map(teams.map(({ id, name }) => [id, name])), [teams]);
  const teamOrder = useMemo(() => indented(teams).map(({ id }) => id), [teams]);
  return { graph, shown, teams, teamNames, teamOrder, ...known };
}
export type Overview = ReturnType<typeof useOverview>;

export function useGraph() {
  const { cycle } = useCycle();
  const query = useQuery({ ...graphQuery(cycle?.id ?? ''), enabled: Boolean(cycle) });
  return { cycle, ...query };
}
