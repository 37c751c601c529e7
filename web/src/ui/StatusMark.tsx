import { t } from '@/lib/i18n';
import { Mark, type Shape } from './Mark';

export type Status = 'on_track' | 'at_risk' | 'off_track' | 'stale' | 'done' | 'not_started' | 'no_news';

const circle = 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13z';
const shapes: Record<Status, Shape> = {
  on_track: { tone: 'on_track', path: circle },
  at_risk: { tone: 'at_risk', path: 'M8 1.2 15.4 14.4H.6z' },
  off_track: { tone: 'off_track', path: 'M2 2h12v12H2z' },
  stale: { tone: 'stale', path: circle, hollow: true, dashed: true },
  done: { tone: 'done', path: 'M8 .6 15.4 8 8 15.4.6 8z' },
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
