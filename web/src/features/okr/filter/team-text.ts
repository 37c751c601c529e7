import { t } from '@/lib/i18n';
import type { TeamLine } from '../parts/shapes';
import { withSubteams } from '../parts/team-tree';

/** A team is asked for with all below it unless it is asked for alone, and says which. */
export function teamText(teams: TeamLine[], team: string, alone = false) {
  const name = teams.find(({ id }) => id === team)?.name ?? t('overview.unknown');
  if (alone) return t('overview.team.alone', { name });
  const subteams = withSubteams(teams, team).size - 1;
  return subteams > 0 ? t('overview.team', { name, count: subteams }) : name;
}
