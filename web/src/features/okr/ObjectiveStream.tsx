import { Button } from '@mantine/core';
import { Suspense, useState } from 'react';
import { instant } from '@/lib/format';
import { t } from '@/lib/i18n';
import { readDraft } from '@/lib/draft';
import { PersonChip } from '@/ui/PersonChip';
import { Skeleton } from '@/ui/Skeleton';
import { CommentForm } from './forms';
import { StreamActions } from './StreamActions';
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
      {objective.may.includes('comment') && <Comment key={objective.id} objective={objective.id} />}
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

/** Looks like the field it turns into; a comment begun earlier is there at once. */
function Comment({ objective }: { objective: string }) {
  const begun = !!readDraft<{ text: string }>(`comment-${objective}`)?.text;
  const [open, setOpen] = useState(begun);
  return open ? (
    <Suspense fallback={<Skeleton lines={1} />}>
      <CommentForm objective={objective} focus={!begun} />
    </Suspense>
  ) : (
    <button type="button" className={`${styles.begin} no-print`} onClick={() => setOpen(true)}>
      {t('comment.label')}
    </button>
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
        <StreamActions event={event} objective={objective} />
      </div>
    </li>
  );
}
