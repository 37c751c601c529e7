import { Textarea, TextInput } from '@mantine/core';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { t } from '@/lib/i18n';
import { ConfidenceInput } from '@/ui/form/ConfidenceInput';
import { afterEnter, missing, type Entry, type Field } from './check-in-run';
import { CheckInValue } from './CheckInValue';
import { PersonInput } from '@/ui/form/PersonInput';
import type { DueKeyResult } from '../parts/shapes';
import styles from './CheckIn.module.css';

type Props = {
  keyResult: DueKeyResult;
  entry: Entry;
  error: (field: Field) => string | undefined;
  onChange: (change: Partial<Entry>) => void;
  onwards: () => void;
};

const notes = ['what_happened', 'what_next', 'help_needed'] as const;

/** One key result of a check-in run: what is it now, how sure are we, what happened, what is next, what would help. */
export function CheckInStep({ keyResult, entry, error, onChange, onwards }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const focus = (field: Field) => {
    const box = form.current?.querySelector<HTMLElement>(`[data-field="${field}"]`);
    if (box?.matches('input, textarea')) box.focus();
    else box?.querySelector<HTMLElement>('input:checked, input')?.focus();
  };
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input')?.focus({ preventScroll: true });
  }, [keyResult.id]);

  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    const field = (event.target as HTMLElement).closest<HTMLElement>('[data-field]')?.dataset.field as
      Field | undefined;
    if (!field) return;
    event.preventDefault();
    const hurry = event.ctrlKey || event.metaKey;
    const next = hurry ? (missing(entry, keyResult) ?? 'onwards') : afterEnter(field, entry, keyResult);
    if (next === 'onwards') onwards();
    else focus(next);
  };

  return (
    // Enter leads through the fields, whose own keys stay what they are.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      ref={form}
      className={styles.step}
      onKeyDown={onKeyDown}
      onSubmit={(event) => event.preventDefault()}
    >
      <CheckInValue keyResult={keyResult} entry={entry} error={error('value')} onChange={onChange} />
      <div data-field="confidence">
        <ConfidenceInput
          label={t('check-in.confidence')}
          value={entry.confidence}
          last={keyResult.confidence}
          error={error('confidence')}
          onChange={(confidence) => onChange({ confidence })}
        />
      </div>
      {notes.map((note) => (
        <Textarea
          key={note}
          data-field={note}
          label={t(`check-in.${note}`)}
          autosize
          minRows={1}
          maxRows={6}
          value={entry[note]}
          error={error(note)}
          onChange={(event) => onChange({ [note]: event.currentTarget.value })}
        />
      ))}
      {entry.help_needed.trim() && (
        <PersonInput
          label={t('blocker.from')}
          description={t('blocker.from.hint')}
          person={entry.help_from}
          onChange={(help_from) => onChange({ help_from })}
        />
      )}
      <TextInput
        data-field="evidence"
        label={t('check-in.evidence')}
        placeholder={t('check-in.evidence.hint')}
        value={entry.evidence}
        error={error('evidence')}
        onChange={(event) => onChange({ evidence: event.currentTarget.value })}
      />
    </form>
  );
}
