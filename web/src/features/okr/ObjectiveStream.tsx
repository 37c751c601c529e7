import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, got, intent, keyFor } from '@/lib/client';
import { useDraft } from '@/lib/draft';
import { instant } from '@/lib/format';
import { t } from '@/lib/i18n';
import { FormProblem } from '@/ui/FormProblem';
import { PersonChip } from '@/ui/PersonChip';
import { StreamItem } from './StreamItem';
import { stream, type Event } from './stream';
import type { Objective } from './shapes';
import styles from './ObjectiveStream.module.css';

const first = 12;

/** What happened and what was said, newest first. */
export function ObjectiveStream({ objective }: { objective: Objective }) {
  const events = stream(objective);
  const [whole, setWhole] = useState(false);
  const shown = whole ? events : events.slice(0, first);
  return (
    <section>
      <h2 className={styles.title}>{t('stream.title')}</h2>
      {objective.may.includes('comment') && <WriteComment objective={objective} />}
      {events.length === 0 && <p className="soft">{t('stream.empty')}</p>}
      <ol className={styles.stream}>
        {shown.map((event) => (
          <StreamLine key={event.is.id} event={event} objective={objective} />
        ))}
      </ol>
      {shown.length < events.length && (
        <Button variant="default" onClick={() => setWhole(true)}>
          {t('stream.more', { count: events.length - shown.length })}
        </Button>
      )}
    </section>
  );
}

function StreamLine({ event, objective }: { event: Event; objective: Objective }) {
  return (
    <li>
      <PersonChip name={event.by.name} bare />
      <div>
        <p className={styles.who}>
          <strong dir="auto">{event.by.name}</strong> <time>{instant(event.at)}</time>
        </p>
        <StreamItem event={event} objective={objective} />
      </div>
    </li>
  );
}

function WriteComment({ objective }: { objective: Objective }) {
  const [draft, setDraft, dropDraft] = useDraft(`comment-${objective.id}`, {
    text: '',
    key: intent(),
  });
  const queryClient = useQueryClient();
  const send = useMutation({
    mutationFn: () => {
      const body = { text: draft.text };
      const params = {
        path: { objective: objective.id },
        header: { 'Idempotency-Key': keyFor(draft.key, body) },
      };
      return got(api.POST('/api/v1/objectives/{objective}/comments', { params, body }));
    },
    onSuccess: async () => {
      setDraft({ text: '', key: intent() });
      dropDraft();
      await queryClient.invalidateQueries({ queryKey: ['okr', 'objective', objective.id] });
    },
  });
  return (
    <form
      className={styles.write}
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate();
      }}
    >
      <Textarea
        label={t('comment.label')}
        autosize
        minRows={1}
        value={draft.text}
        onChange={(event) => setDraft({ ...draft, text: event.currentTarget.value })}
      />
      <FormProblem error={send.error} />
      {draft.text.trim() && (
        <Button type="submit" loading={send.isPending}>
          {t('comment.send')}
        </Button>
      )}
    </form>
  );
}
