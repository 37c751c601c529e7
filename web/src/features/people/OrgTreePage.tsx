import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { t } from '@/lib/i18n';
import { Failure } from '@/ui/Failure';
import { Skeleton } from '@/ui/Skeleton';
import { OrgTree } from './OrgTree';
import { PeopleTabs } from './PeopleTabs';
import { personQuery, topQuery } from './queries';
import styles from './OrgTree.module.css';

const route = getRouteApi('/in/people/tree');

/** Who reports to whom. The person in the address is shown with everybody above. */
export function OrgTreePage() {
  const { at = '' } = route.useSearch();
  const top = useQuery(topQuery);
  const chosen = useQuery({ ...personQuery(at), enabled: at !== '' });
  const above = chosen.data?.data.above.map(({ id }) => id) ?? [];
  return (
    <>
      <h1 className={styles.title}>{t('people.title')}</h1>
      <PeopleTabs />
      {top.error && !top.data && <Failure error={top.error} onRetry={() => void top.refetch()} />}
      {!top.data && !top.error && <Skeleton lines={8} />}
      {top.data && !(at && chosen.isPending) && (
        <OrgTree key={at} top={top.data.items} at={at} above={above} />
      )}
    </>
  );
}
