import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { t } from '@/lib/i18n';
import { Icon } from '@/ui/icons';
import { countQuery } from './queries';
import styles from './Bell.module.css';

/** The way to the inbox, with how much waits there. */
export function Bell() {
  const { data } = useQuery(countQuery);
  const count = data?.unread ?? 0;
  return (
    <Link to="/inbox" className={styles.bell} aria-label={t('inbox.bell', { count })}>
      <Icon name="bell" />
      {count > 0 && (
        <span className={`${styles.count} num`} aria-hidden="true">
          {count > 99 ? '99+' : count}
        </span>
      )}
    </Link>
  );
}
