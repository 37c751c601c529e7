import { t } from '@/lib/i18n';
import styles from './StatusMark.module.css';

export type Status = 'on_track' | 'at_risk' | 'off_track' | 'stale' | 'done' | 'not_started' | 'no_news';

const shapes: Record<Status, string> = {
  on_track: 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13z',
  at_risk: 'M8 1.2 15.4 14.4H.6z',
  off_track: 'M2 2h12v12H2z',
  stale: 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13z',
  done: 'M8 .6 15.4 8 8 15.4.6 8z',
  not_started: 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13z',
  no_news: 'M2 8h12',
};

/** A status is a shape, a word and a colour; `quiet` keeps the word for screen readers only. */
export function StatusMark({ status, detail, quiet }: { status: Status; detail?: string; quiet?: boolean }) {
  const word = detail ? `${t(`status.${status}`)}, ${detail}` : t(`status.${status}`);
  const hollow = ['stale', 'not_started', 'no_news'].includes(status);
  return (
    <span
      className={`${styles.mark} ${styles[status]} ${quiet ? styles.quiet : ''}`}
      title={quiet ? word : undefined}
    >
      <svg width="11" height="11" viewBox="0 0 16 16" aria-hidden="true">
        <path
          d={shapes[status]}
          fill={hollow ? 'none' : 'currentColor'}
          stroke="currentColor"
          strokeWidth={hollow ? 2.4 : 0}
          strokeDasharray={status === 'stale' ? '3.4 2.4' : undefined}
        />
      </svg>
      <span className={quiet ? 'hidden-text' : undefined}>{word}</span>
    </span>
  );
}
