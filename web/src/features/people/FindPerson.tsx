import { TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useId, useState, type KeyboardEvent } from 'react';
import { t } from '@/lib/i18n';
import { peopleQuery } from './queries';
import styles from './FindPerson.module.css';

type Found = { id: string; name: string };
type Props = { label: string; onFind: (person: Found) => void; value?: string; error?: string };

/** A field that knows the names of the directory: type a part of one, choose with the arrows and Enter. */
export function FindPerson({ label, onFind, value = '', error }: Props) {
  const [text, setText] = useState(value);
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const list = useId();
  const asked = useDeferredValue(text.trim());
  const { data } = useInfiniteQuery({ ...peopleQuery({ text: asked }, 8), enabled: open && asked !== '' });
  const people = open && asked ? (data?.pages[0]?.items ?? []) : [];

  const choose = (person: Found) => {
    setText(person.name);
    setOpen(false);
    onFind(person);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const chosen = people[at];
    if (step) setAt(Math.max(0, Math.min(at + step, people.length - 1)));
    else if (event.key === 'Escape' && people.length) setOpen(false);
    else if (event.key === 'Enter' && chosen) choose(chosen);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles.find}>
      <TextInput
        label={label}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={people.length > 0}
        aria-controls={people.length > 0 ? list : undefined}
        aria-activedescendant={people.length > 0 ? `${list}-${at}` : undefined}
        autoComplete="off"
        value={text}
        error={error}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setAt(0);
          setOpen(true);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
      />
      {people.length > 0 && (
        <ul id={list} role="listbox" aria-label={label} className={styles.list}>
          {people.map((person, index) => (
            // The keys are handled by the field, which keeps the focus.
            // eslint-disable-next-line jsx-a11y/click-events-have-key-events
            <li
              key={person.id}
              id={`${list}-${index}`}
              role="option"
              aria-selected={index === at}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(person)}
            >
              <span dir="auto">{person.name}</span>
              <span className="soft small" dir="auto">
                {person.title}
              </span>
            </li>
          ))}
        </ul>
      )}
      {open && asked && data && people.length === 0 && (
        <p className="soft small" role="status">
          {t('people.none.title')}
        </p>
      )}
    </div>
  );
}
