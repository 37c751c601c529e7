import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { t } from '@/lib/i18n';
import { Icon } from '@/ui/icons';
import { useOpened } from './use-opened';
import styles from './NewMenu.module.css';

type Props = { onComment: () => void };

/** What can be begun from anywhere. */
export function NewMenu({ onComment }: Props) {
  const [opened, onOpen] = useOpened();
  const menu = useRef<HTMLDivElement>(null);
  return (
    <>
      <button
        type="button"
        id="new"
        className={styles.new}
        popoverTarget="new-menu"
        aria-label={t('top.new')}
        aria-keyshortcuts="c"
      >
        <Icon name="plus" size={18} />
        <span className={styles.text}>{t('top.new')}</span>
      </button>
      <div
        id="new-menu"
        ref={menu}
        popover="auto"
        className={styles.menu}
        onBeforeToggle={onOpen}
        onToggle={focusFirst}
      >
        {opened && <Beginnings onComment={onComment} close={() => menu.current?.hidePopover()} />}
      </div>
    </>
  );
}

function Beginnings({ onComment, close }: Props & { close: () => void }) {
  return (
    <ul aria-label={t('top.new')}>
      <li>
        <Link to="/write" onClick={close}>
          <Icon name="target" size={18} /> {t('new.objective')}
        </Link>
      </li>
      <li>
        <Link to="/check-in" onClick={close}>
          <Icon name="check" size={18} /> {t('nav.check-in')}
        </Link>
      </li>
      <li>
        <button
          type="button"
          onClick={() => {
            close();
            onComment();
          }}
        >
          <Icon name="comment" size={18} /> {t('new.comment')}
        </button>
      </li>
    </ul>
  );
}

function focusFirst({ currentTarget }: React.ToggleEvent<HTMLDivElement>) {
  if (currentTarget.matches(':popover-open')) currentTarget.querySelector('a')?.focus();
}

export const openNewMenu = () => document.getElementById('new')?.click();
