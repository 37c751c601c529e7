import { useMemo } from 'react';
import { t } from '@/lib/i18n';
import { grouped } from './rows';
import { isWhole } from './search';
import { useAsked, type Overview } from './use-overview';

/** What the filter lets through, by team or by level as the address says. */
export function useGroups({ shown, graph, teamNames, teamOrder }: Overview) {
  const { search } = useAsked();
  const by = search.group ?? 'team';
  const whole = isWhole(search);
  return useMemo(
    () =>
      grouped(
        shown,
        by,
        {
          teams: teamNames,
          order: teamOrder,
          other: t('overview.no-team'),
          level: (level) => t(`overview.levels.${level}`),
          peopleOf: (team) => t('overview.people-of', { team }),
        },
        whole ? graph.team_figures : [],
      ),
    [shown, by, teamNames, teamOrder, graph.team_figures, whole],
  );
}
