import type { ReactNode } from 'react';
import { t } from '@/lib/i18n';
import { keyNames } from '@/lib/shortcuts';
import { Icon } from '@/ui/icons';
import { CyclePicker } from './CyclePicker';
import { NewMenu } from './NewMenu';
import styles from './Shell.module.css';

type Props = { onSearch: () => void; onComment: () => void; children: ReactNode };

export function TopBar({ onSearch, onComment, children }: Props) {
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
      {children}
    </header>
  );
}
