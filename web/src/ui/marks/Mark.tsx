import type { ReactNode } from 'react';
import styles from './Mark.module.css';

export type Tone = 'on_track' | 'at_risk' | 'off_track' | 'stale' | 'done';
export type Shape = { tone: Tone; path: string; hollow?: boolean; dashed?: boolean };

type Props = { shape: Shape; quiet?: boolean; title?: string; children: ReactNode };

/** A shape and a colour before a word; `quiet` leaves the ground away. */
export const Mark = ({ shape: { tone, path, hollow, dashed }, quiet, title, children }: Props) => (
  <span className={`${styles.mark} ${styles[tone]} ${quiet ? styles.quiet : ''}`} title={title}>
    <svg width="11" height="11" viewBox="0 0 16 16" aria-hidden="true">
      <path
        d={path}
        fill={hollow ? 'none' : 'currentColor'}
        stroke="currentColor"
        strokeWidth={hollow ? 2.4 : 0}
        strokeDasharray={dashed ? '3.4 2.4' : undefined}
      />
    </svg>
    {children}
  </span>
);
