import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useState, type KeyboardEvent } from 'react';
import { t } from '@/lib/i18n';
import { recent } from '@/lib/recent';
import { Icon } from '@/ui/icons';
import { Sheet } from '@/ui/Sheet';
import type { Command } from './command';
import { atFirst, matching, type Entry } from './entries';
import { PaletteLine } from './PaletteLine';
import { foundQuery } from './queries';
import styles from './Palette.module.css';

type Props = { commands: Command[]; onlyObjectives: boolean; onClose: () => void };

const close = () => document.querySelector<HTMLDialogElement>('dialog[open]')?.close();

/** Go, find, do: one field, and below it what Enter will do. */
export function Palette({ commands, onlyObjectives, onClose }: Props) {
  const router = useRouter();
  const [text, setText] = useState('');
  const [chosen, choose] = useState(0);
  const typed = text.trim();
  const found = useQuery(foundQuery(typed, onlyObjectives ? 'objective' : undefined));
  const hits = typed ? (found.data?.items ?? []) : [];
  const offered = onlyObjectives ? [] : commands;
  const entries = typed ? matching(typed, offered, hits) : onlyObjectives ? [] : atFirst(offered, recent());
  const at = Math.min(chosen, entries.length - 1);
  const marked = entries[at];

  const open = ({ path, run }: Entry) => {
    close();
    if (path) router.history.push(onlyObjectives ? `${path}#comment` : path);
    else run?.();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && entries.length) choose((at + step + entries.length) % entries.length);
    else if (event.key === 'Enter' && marked && !event.nativeEvent.isComposing) open(marked);
    else return;
    event.preventDefault();
  };
  useEffect(() => {
    document.getElementById(`palette-${marked?.id}`)?.scrollIntoView({ block: 'nearest' });
  }, [marked?.id]);

  const label = t(onlyObjectives ? 'search.which' : 'search.label');
  return (
    <Sheet label={label} onClose={onClose}>
      <div className={styles.field}>
        <Icon name="search" />
        <input
          role="combobox"
          aria-label={label}
          aria-expanded={entries.length > 0}
          aria-controls="palette-entries"
          aria-activedescendant={marked && `palette-${marked.id}`}
          aria-autocomplete="list"
          placeholder={label}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={({ currentTarget }) => {
            setText(currentTarget.value);
            choose(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <p className="hidden-text" role="status">
        {typed && found.isFetched && t('search.count', { count: entries.length })}
      </p>
      <div className={styles.entries} id="palette-entries" role="listbox" aria-label={label}>
        {groupsOf(entries).map(({ name, lines }) => (
          <div key={name} role="group" aria-label={name}>
            <p className={styles.group} aria-hidden="true">
              {name}
            </p>
            {lines.map((entry) => (
              <PaletteLine
                key={entry.id}
                entry={entry}
                marked={entry === marked}
                onMark={() => choose(entries.indexOf(entry))}
                onOpen={() => open(entry)}
              />
            ))}
          </div>
        ))}
      </div>
      {entries.length === 0 && (
        <p className={styles.none}>
          {typed && found.isFetched ? t('search.none', { text: typed }) : t('search.hint')}
        </p>
      )}
    </Sheet>
  );
}

function groupsOf(entries: Entry[]) {
  const names = [...new Set(entries.map(({ group }) => group))];
  return names.map((name) => ({ name, lines: entries.filter(({ group }) => group === name) }));
}
