import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { t } from '@/lib/i18n';
import { PageHead } from '@/ui/PageHead';
import { personQuery } from '../filter/queries';
import { teamText } from '../filter/team-text';
import { teamsQuery } from '../parts/queries';
import { useCycle } from '../parts/use-cycle';
import { dashboardOf } from './drill';

type Props = { title: string; count?: string; team?: string; person?: string; everybody?: 'true' };

/** What was counted, for whom and in which cycle, and the way back to the figures. */
export function CountedHead({ title, count, team, person, everybody }: Props) {
  const { cycle } = useCycle();
  const teams = useQuery({ ...teamsQuery, enabled: Boolean(team) }).data?.items;
  const someone = useQuery({ ...personQuery(person ?? ''), enabled: Boolean(person) }).data;
  const whose = team
    ? teamText(teams ?? [], team, true)
    : (someone?.name ?? (person ? undefined : t(everybody ? 'dash.everybody' : 'dash.company')));
  return (
    <PageHead
      title={title}
      text={
        <>
          <span role="status">{count}</span>
          {[' ', whose, cycle?.name].filter(Boolean).join(' · ')}
        </>
      }
    >
      <Link {...dashboardOf({ team, person, everybody })} className="button no-print">
        {t('dash.back')}
      </Link>
    </PageHead>
  );
}
