import { readNumber } from '@/lib/format';
import type { DueKeyResult, NewCheckIn } from '../parts/shapes';

/** What a person has said about one key result so far; the value as typed. */
export type Entry = {
  value: string;
  reached: string[];
  confidence: number | null;
  what_happened: string;
  what_next: string;
  help_needed: string;
  help_from: { id: string; name: string } | null;
  /** A link or a source, for those who want to see for themselves. */
  evidence: string;
  skipped: boolean;
  skip_reason: string;
};

/** A check-in run that outlives its tab. The key makes sending it twice one write. */
export type Run = { key: string; entries: Record<string, Entry> };

export type Note = 'what_happened' | 'what_next' | 'help_needed';
export type Field = 'value' | 'confidence' | 'evidence' | Note;
export type Asked = Pick<DueKeyResult, 'id' | 'kind' | 'kpi_id' | 'milestones'>;

export const newRun = (key: string): Run => ({ key, entries: {} });

export function entryOf(run: Run, asked: Asked): Entry {
  const reached = asked.milestones.filter(({ reached_at }) => reached_at !== null).map(({ id }) => id);
  const blank = {
    value: '',
    confidence: null,
    what_happened: '',
    what_next: '',
    help_needed: '',
    help_from: null,
    evidence: '',
    skipped: false,
    skip_reason: '',
  };
  return { ...blank, reached, ...run.entries[asked.id] };
}

export const changed = (run: Run, asked: Asked, change: Partial<Entry>): Run => ({
  ...run,
  entries: { ...run.entries, [asked.id]: { ...entryOf(run, asked), skipped: false, ...change } },
});

/** A key result that follows a KPI or is made of milestones has no value to type. */
export const asksForValue = ({ kind, kpi_id }: Asked) => kpi_id === null && kind !== 'milestones';

/** The first thing without which this check-in cannot be sent. */
export function missing(entry: Entry, asked: Asked): 'value' | 'confidence' | undefined {
  if (asksForValue(asked) && readNumber(entry.value) === undefined) return 'value';
  return entry.confidence === null ? 'confidence' : undefined;
}

/** Enter leads to what still needs the person: from the value to the confidence to the note, and then onwards. */
export function afterEnter(field: Field, entry: Entry, asked: Asked): Field | 'onwards' {
  if (field === 'value') return missing(entry, asked) === 'value' ? 'value' : 'confidence';
  if (field === 'confidence') return missing(entry, asked) ?? 'what_happened';
  return missing(entry, asked) ?? 'onwards';
}

export const isReady = (run: Run, asked: Asked) =>
  !entryOf(run, asked).skipped && missing(entryOf(run, asked), asked) === undefined;

/** What is sent of those that were skipped with a reason. */
export const skipsOf = (run: Run, asked: Asked[]) =>
  asked.flatMap((one) => {
    const { skipped, skip_reason } = entryOf(run, one);
    return skipped && skip_reason.trim() ? [{ key_result_id: one.id, reason: skip_reason }] : [];
  });

/** What is sent for one key result; a field nobody filled is left out. */
export function checkInOf(entry: Entry, asked: Asked): NewCheckIn {
  const { what_happened, what_next, help_needed, help_from, evidence } = entry;
  return {
    key_result_id: asked.id,
    ...(asksForValue(asked) && { value: readNumber(entry.value) }),
    ...(asked.kind === 'milestones' && { reached: entry.reached }),
    confidence: entry.confidence!,
    ...(what_happened.trim() && { what_happened }),
    ...(what_next.trim() && { what_next }),
    ...(help_needed.trim() && { help_needed, ...(help_from && { help_from: help_from.id }) }),
    ...(evidence.trim() && { evidence }),
  };
}
