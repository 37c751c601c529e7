import { Button } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import { Suspense, useEffect, useRef, useState } from 'react';
import { instant } from '@/lib/format';
import { t } from '@/lib/i18n';
import { readDraft } from '@/lib/draft';
import { usePrinting } from '@/lib/printing';
import { PersonChip } from '@/ui/PersonChip';
import { Skeleton } from '@/ui/Skeleton';
import { CommentForm } from '../forms/forms';
import { StreamActions } from './StreamActions';
import { StreamItem } from './StreamItem';
import { stream, type Event } from './stream';
import type { Objective } from '../parts/shapes';
import styles from './ObjectiveStream.module.css';

const first = 12;

/** What happened and what was said, newest first. */
export function ObjectiveStream({ objective }: { objective: Objective }) {
  const events = stream(objective);
  const { hash } = useLocation();
  const named = events.findIndex(({ is }) => is.id === hash);
  const [unfolded, setUnfolded] = useState(false);
  const printing = usePrinting();
  const shown = unfolded || printing || named >= first ? events : events.slice(0, first);
  return (
    <section>
      <h2 className={styles.title}>{t('stream.title')}</h2>
      {objective.may.includes('comment') && (
        <Comment key={objective.id} objective={objective.id} asked={hash === 'comment'} />
      )}
      {events.length === 0 && <p className="soft">{t('stream.empty')}</p>}
      <ol className={styles.stream}>
        {shown.map((event) => (
          <StreamLine key={event.is.id} event={event} objective={objective} named={event.is.id === hash} />
        ))}
      </ol>
      {shown.length < events.length && (
        <Button variant="default" onClick={() => setUnfolded(true)}>
          {t('stream.more', { count: events.length - shown.length })}
        </Button>
      )}
    </section>
  );
}

/** Looks like the field it turns into; a comment begun earlier, or asked for by the address, is there at once. */
function Comment({ objective, asked }: { objective: string; asked: boolean }) {
  const begun = !!readDraft<{ text: string }>(`comment-${objective}`)?.text;
  const [opened, setOpen] = useState(begun);
  return opened || asked ? (
    <Suspense fallback={<Skeleton lines={1} />}>
      <CommentForm objective={objective} focus={asked || !begun} />
    </Suspense>
  ) : (
    <button type="button" className={`${styles.begin} no-print`} onClick={() => setOpen(true)}>
      {t('comment.label')}
    </button>
  );
}

type LineProps = { event: Event; objective: Objective; named: boolean };

/** One thing that happened; the one that the address names is brought into view and marked. */
function StreamLine({ event, objective, named }: LineProps) {
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (named) line.current?.scrollIntoView({ block: 'center' });
  }, [named]);
  return (
    <li ref={line} className={named ? styles.named : undefined} aria-current={named || undefined}>
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
