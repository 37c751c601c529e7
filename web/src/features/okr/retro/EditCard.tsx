import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { Refused } from '@/lib/client';
import { t } from '@/lib/i18n';
import { FormProblem } from '@/ui/form/FormProblem';
import { useFirstField } from '@/ui/use-form-focus';
import type { RetroCard } from '../parts/shapes';
import { useChangeCard } from './retro-query';
import styles from './Retro.module.css';

/** A line under somebody's hands. What another person made of it meanwhile shows beside it; neither is lost. */
export function EditCard({ card, onDone }: { card: RetroCard; onDone: () => void }) {
  const [begun, setBegun] = useState(card);
  const [text, setText] = useState(card.text);
  const [part, setPart] = useState<RetroCard['part']>();
  const form = useRef<HTMLFormElement>(null);
  useFirstField(form);
  const change = useChangeCard(card, onDone);
  const theirs = card.version !== begun.version && card.text !== begun.text ? card.text : undefined;
  const raced = change.error instanceof Refused && change.error.problem.status === 409;
  return (
    <form
      ref={form}
      className={styles.facts}
      onSubmit={(event) => {
        event.preventDefault();
        // Where theirs is another text there is a choice before this: here nothing of it is lost.
        change.mutate({ seen: card, part, text: text.trim() });
      }}
    >
      <Textarea
        label={t('retro.line')}
        autosize
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('retro.column')}
        data={(['celebrate', 'learn', 'shifted', 'next'] as const).map((value) => ({
          value,
          label: t(`retro.${value}`),
        }))}
        value={part ?? card.part}
        onChange={(event) => setPart(event.currentTarget.value as RetroCard['part'])}
      />
      {theirs !== undefined && (
        <div className={styles.theirs} role="alert">
          <p>{t('retro.theirs')}</p>
          <p dir="auto">{theirs}</p>
          <button type="button" className={styles.plain} onClick={() => (setBegun(card), change.reset())}>
            {t('retro.keep-mine')}
          </button>
        </div>
      )}
      <FormProblem error={raced && theirs !== undefined ? undefined : change.error} />
      <span className={styles.actions}>
        <Button type="submit" disabled={!text.trim() || theirs !== undefined} loading={change.isPending}>
          {t('retro.save')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('cancel')}
        </Button>
      </span>
    </form>
  );
}
