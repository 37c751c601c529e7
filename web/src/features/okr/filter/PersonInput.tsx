import { TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useId, useState } from 'react';
import { t } from '@/lib/i18n';
import { peopleNamed } from './queries';

type Person = { id: string; name: string };
type Props = {
  label: string;
  person?: Person;
  onChange: (person: Person | undefined) => void;
  labelled?: boolean;
};

/** Somebody, by the name one types; the list of the platform offers who fits. */
export function PersonInput({ label, person, onChange, labelled }: Props) {
  const list = useId();
  const [typed, setTyped] = useState<string>();
  const text = typed ?? person?.name ?? '';
  const asked = useDeferredValue(typed?.trim() ?? '');
  const { data } = useQuery({ ...peopleNamed(asked), placeholderData: keepPreviousData });
  const choose = (value: string) => {
    setTyped(value);
    const found = data?.items.find(({ name }) => name === value);
    if (!found && value) return;
    setTyped(undefined);
    onChange(found && { id: found.id, name: found.name });
  };
  return (
    <>
      <TextInput
        label={labelled ? label : undefined}
        aria-label={label}
        placeholder={t('overview.name')}
        list={list}
        autoComplete="off"
        value={text}
        onChange={(event) => choose(event.currentTarget.value)}
        onBlur={() => setTyped(undefined)}
      />
      <datalist id={list}>
        {data?.items.map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
    </>
  );
}
