import { Button } from '@mantine/core';
import { useState } from 'react';
import { instant } from '@/lib/format';
import { t } from '@/lib/i18n';
import { PersonChip } from '@/ui/PersonChip';
import { CommentForm } from './CommentForm';
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
      {objective.may.includes('comment') && <CommentForm objective={objective.id} />}
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
        <StreamActions event={event} objective={objective} />
      </div>
    </li>
  );
}
