import { t } from '@/lib/i18n';
import { Mark, type Shape } from './Mark';

export type Status =
  | 'on_track'
  | 'at_risk'
  | 'off_track'
  | 'stale'
  | 'done'
  | 'nearly'
  | 'partly'
  | 'learned'
  | 'missed'
  | 'unmeasured'
  | 'cancelled'
  | 'not_started'
  | 'no_news';

const circle = 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13z';
const shapes: Record<Status, Shape> = {
  on_track: { tone: 'on_track', path: circle },
  at_risk: { tone: 'at_risk', path: 'M8 1.2 15.4 14.4H.6z' },
  off_track: { tone: 'off_track', path: 'M2 2h12v12H2z' },
  stale: { tone: 'stale', path: circle, hollow: true, dashed: true },
  done: { tone: 'done', path: 'M8 .6 15.4 8 8 15.4.6 8z' },
  nearly: { tone: 'done', path: 'M8 .6 15.4 8 8 15.4.6 8zM8 3.4 3.4 8h9.2z' },
  partly: { tone: 'done', path: 'M8 2.2 13.8 8 8 13.8 2.2 8z', hollow: true },
  learned: { tone: 'done', path: 'M8 2.2 13.8 8 8 13.8 2.2 8zM8 6.9v2.2', hollow: true },
  missed: { tone: 'stale', path: 'M3 3l10 10M13 3 3 13', hollow: true },
  unmeasured: { tone: 'stale', path: 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13zM5 8h6', hollow: true },
  cancelled: {
    tone: 'stale',
    path: 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13zM3.5 3.5l9 9',
    hollow: true,
  },
  not_started: { tone: 'stale', path: circle, hollow: true },
  no_news: { tone: 'stale', path: 'M2 8h12', hollow: true },
};

/** A status is a shape, a word and a colour; `quiet` keeps the word for screen readers only. */
export function StatusMark({ status, detail, quiet }: { status: Status; detail?: string; quiet?: boolean }) {
  const word = detail ? `${t(`status.${status}`)}, ${detail}` : t(`status.${status}`);
  return (
    <Mark shape={shapes[status]} quiet={quiet} title={quiet ? word : undefined}>
      <span className={quiet ? 'hidden-text' : undefined}>{word}</span>
    </Mark>
  );
}
