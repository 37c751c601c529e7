import { Link } from '@tanstack/react-router';
import { t } from '@/lib/i18n';
import { TabLinks } from '@/ui/TabLinks';

/** The three ways to look at who is here. */
export function PeopleTabs() {
  const exact = { exact: true, includeSearch: false };
  return (
    <TabLinks label={t('people.views')}>
      <Link to="/people" activeOptions={exact}>
        {t('people.people')}
      </Link>
      <Link to="/teams" activeOptions={exact}>
        {t('people.teams')}
      </Link>
      <Link to="/people/tree" activeOptions={exact}>
        {t('people.tree')}
      </Link>
    </TabLinks>
  );
}
