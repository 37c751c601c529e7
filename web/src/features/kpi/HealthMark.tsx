import { t } from '@/lib/i18n';
import type { Health } from './shapes';
import styles from './HealthMark.module.css';

const shapes: Record<Health, string> = {
  healthy: 'M8 14C2 10 1 7 1.6 4.8 2.4 2.2 6 1.6 8 4.6c2-3 5.6-2.4 6.4.2C15 7 14 10 8 14z',
  near: 'M8 1.2 15.4 14.4H.6z',
  out_of_range: 'M2 2h12v12H2z',
  unknown: 'M2 8h12',
};

/** How a standing measure does: a shape, a word and a colour. */
export function HealthMark({ health, count }: { health: Health; count?: number }) {
  return (
    <span className={`${styles.mark} ${styles[health]}`}>
      <svg width="11" height="11" viewBox="0 0 16 16" aria-hidden="true">
        <path
          d={shapes[health]}
          fill={health === 'unknown' ? 'none' : 'currentColor'}
          stroke="currentColor"
          strokeWidth={health === 'unknown' ? 2.4 : 0}
        />
      </svg>
      {count !== undefined && <strong className="num">{count}</strong>}
      {t(`health.${health}`)}
    </span>
  );
}
