import { Link } from '@tanstack/react-router';
import { instant, relativeDay, today } from '@/lib/format';
import { t } from '@/lib/i18n';
import { Icon } from '@/ui/icons';
import { noticeIcon, noticeText, pauses, placeOf } from './notice-text';
import type { Notice } from './shapes';
import type { Act } from './use-notices';
import styles from './Inbox.module.css';

/** One notice; the whole line leads to where it can be answered, and opening it is reading it. */
export function NoticeRow({ notice, act }: { notice: Notice; act: (act: Act) => void }) {
  const { id, about, text, at, read, in_place_of } = notice;
  const { tomorrow, monday } = pauses();
  return (
    <li className={read ? styles.read : undefined}>
      <Link
        {...placeOf(notice)}
        className={styles.row}
        data-notice={id}
        onClick={() => !read && act({ what: 'read', id })}
      >
        <span className={styles.icon}>
          <Icon name={noticeIcon(notice)} />
        </span>
        <span className={styles.words}>
          <span className={styles.said}>
            {!read && <span className="hidden-text">{t('inbox.is-new')} </span>}
            {noticeText(notice)}
          </span>
          {in_place_of && (
            <span className={styles.text} dir="auto">
              {t('notice.in-place-of', { name: in_place_of.name })}
            </span>
          )}
          <span className={styles.about} dir="auto">
            {about}
          </span>
          {text && (
            <span className={styles.text} dir="auto">
              {text}
            </span>
          )}
        </span>
        <time className={`${styles.when} num`} dateTime={new Date(at).toISOString()} title={instant(at)}>
          {relativeDay(today(new Date(at)))}
        </time>
      </Link>
      <span className={styles.acts}>
        {read ? (
          <Act icon="retry" label={t('inbox.undone')} onClick={() => act({ what: 'unread', id })} />
        ) : (
          <>
            <Act icon="check" label={t('inbox.read')} onClick={() => act({ what: 'read', id })} />
            <Act
              icon="sleep"
              label={t('inbox.snooze.tomorrow')}
              onClick={() => act({ what: 'snooze', id, until: tomorrow })}
            />
            <Act
              icon="clock"
              label={t('inbox.snooze.monday')}
              onClick={() => act({ what: 'snooze', id, until: monday })}
            />
          </>
        )}
      </span>
    </li>
  );
}

type ActProps = { icon: 'check' | 'sleep' | 'clock' | 'retry'; label: string; onClick: () => void };

function Act({ icon, label, onClick }: ActProps) {
  return (
    <button type="button" className="icon-button" aria-label={label} title={label} onClick={onClick}>
      <Icon name={icon} size={18} />
    </button>
  );
}
