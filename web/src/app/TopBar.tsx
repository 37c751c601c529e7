import { Bell } from '@/features/notify/Bell';
import { t } from '@/lib/i18n';
import type { Me } from '@/lib/session';
import { keyNames } from '@/lib/shortcuts';
import { Icon } from '@/ui/icons';
import { CyclePicker } from './CyclePicker';
import { NewMenu } from './NewMenu';
import { SettingsButton } from './Settings';
import styles from './Shell.module.css';

type Props = { me: Me; onSearch: () => void; onComment: () => void };

export function TopBar({ me, onSearch, onComment }: Props) {
  return (
    <header className={`${styles.top} no-print`}>
      <CyclePicker />
      <span className={styles.spring} />
      <button type="button" className={styles.search} onClick={onSearch} aria-keyshortcuts="Control+K Meta+K">
        <Icon name="search" size={18} />
        <span>{t('top.search')}</span>
        <kbd>{keyNames('mod+k')}</kbd>
      </button>
      <NewMenu onComment={onComment} />
      <span className={styles.wideOnly}>
        <Bell />
        <SettingsButton me={me} />
      </span>
    </header>
  );
}
