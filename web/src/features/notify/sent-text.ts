import { number } from '@/lib/format';
import { t } from '@/lib/i18n';
import { placeOf } from './notice-text';
import type { JobRun, SentLine } from './shapes';

/** What a line speaks of. The check-in itself is its reader's; its objective is for all. */
export function aboutPlace(line: SentLine) {
  if (line.page === 'okrs') return undefined;
  return placeOf(line.page === 'check_in' ? { ...line, page: 'objective' } : line);
}

const ofKeyResults: SentLine['kind'][] = ['check_in_due', 'check_in_late', 'reminded', 'handed_up'];
const ofObjectives: SentLine['kind'][] = ['midcycle', 'closing_begun', 'imported'];

/** Of how much it spoke, and how late that was. */
export function howMuch({ kind, amount, days }: SentLine) {
  const late = days > 0 ? t('sent.late', { days }) : '';
  if (ofKeyResults.includes(kind))
    return [t('sent.key-results', { count: amount }), late].filter(Boolean).join(', ');
  return ofObjectives.includes(kind) ? t('sent.objectives', { count: amount }) : '';
}

/** Whose act it was, or of whom it speaks. */
export function whose({ kind, actor }: SentLine) {
  if (!actor || kind === 'left_behind') return '';
  return t(kind === 'handed_up' ? 'sent.of' : 'sent.by', { who: actor.name });
}

export const whyHeld = ({ held, actor }: SentLine) =>
  t(`sent-held.${held}`, { who: actor?.name ?? t('notice.somebody') });

/** A job of a newer release has no words here. */
export function jobText(job: string) {
  const words = t(`job.${job}`);
  return words === `job.${job}` ? job : words;
}

const second = 1000;
const hour = 3600 * second;

export function everyText(every: number | null) {
  if (every === null) return t('sent.when-needed');
  if (every % hour === 0) return t('sent.every-hours', { count: every / hour });
  return t('sent.every-seconds', { count: every / second });
}

/** What a run did, or why it did not work. */
export function outcome({ fault, reference, sent, took_ms }: JobRun) {
  if (fault) return t(`job-fault.${fault}`, { reference });
  const took = t('sent.took', { seconds: number(took_ms / second) });
  return sent === null ? took : `${t('sent.count', { count: sent })} · ${took}`;
}
