import { Link } from '@tanstack/react-router';
import { t } from '@/lib/i18n';
import { TabLinks } from './TabLinks';

/** What there is to see of one team. */
export function TeamTabs({ team }: { team: string }) {
  const exact = { exact: true, includeSearch: false };
  return (
    <TabLinks label={t('team.views')}>
      <Link to="/teams/$teamId" params={{ teamId: team }} activeOptions={exact}>
        {t('team.board')}
      </Link>
      <Link to="/teams/$teamId/people" params={{ teamId: team }} activeOptions={exact}>
        {t('team.people')}
      </Link>
    </TabLinks>
  );
}
