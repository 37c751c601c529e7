import styles from './KeyResultBar.module.css';

type Props = {
  /** Shares of the way from baseline to target as the server says them; beyond 1 is past the target. */
  progress: number | null;
  pace?: number | null;
  /** What stands at its ends; left out where there is no room for it. */
  from?: string;
  to?: string;
  /** What the bar says, in words. */
  label: string;
};

const percent = (share: number) => `${Math.max(0, Math.min(1, share)) * 100}%`;

/** From baseline to target in the direction that is better; a tick is the expected pace, a lighter end is what lies beyond. */
export function KeyResultBar({ progress, pace, from, to, label }: Props) {
  const beyond = progress !== null && progress > 1;
  const scale = beyond ? progress : 1;
  return (
    <div className={`${styles.line} ${from === undefined ? styles.bare : ''}`} role="img" aria-label={label}>
      <End text={from} />
      <svg className={styles.bar} aria-hidden="true" height="14" width="100%">
        <rect className={styles.track} y="4" height="6" width="100%" rx="3" />
        {beyond && <rect className={styles.beyond} y="4" height="6" width="100%" rx="3" />}
        {progress !== null && progress > 0 && (
          <rect
            className={styles.fill}
            y="4"
            height="6"
            width={percent(Math.min(progress, 1) / scale)}
            rx="3"
          />
        )}
        {pace != null && pace > 0 && (
          <line
            className={styles.pace}
            x1={percent(pace / scale)}
            x2={percent(pace / scale)}
            y1="0"
            y2="14"
          />
        )}
      </svg>
      <End text={to} />
    </div>
  );
}

const End = ({ text }: { text?: string }) =>
  text === undefined ? null : (
    <span className={`${styles.end} num`} aria-hidden="true">
      {text}
    </span>
  );
