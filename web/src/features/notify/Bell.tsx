import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { t } from '@/lib/i18n';
import { Icon } from '@/ui/icons';
import { countQuery } from './queries';
import styles from './Bell.module.css';

/** The way to the inbox, with how much waits there; `named` where there is a word below each picture. */
export function Bell({ named }: { named?: string }) {
  const { data } = useQuery(countQuery);
  const count = data?.unread ?? 0;
  return (
    <Link
      to="/inbox"
      activeOptions={{ includeSearch: false }}
      className={`${styles.bell} ${named ? styles.named : ''}`}
      aria-label={t('inbox.bell', { count })}
    >
      <Icon name="bell" />
      {named && <span>{named}</span>}
      {count > 0 && <span className={styles.count} data-count={count > 99 ? '99+' : count} />}
    </Link>
  );
}
