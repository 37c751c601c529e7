import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { foundPeople, type PersonName } from '@/lib/people';
import { SuggestInput } from './SuggestInput';

type Props = {
  label: string;
  description?: string;
  placeholder?: string;
  person: PersonName | null;
  error?: string;
  onChange: (person: PersonName) => void;
};

/** Names a person by a few letters. */
export function PersonInput({ label, description, placeholder, person, error, onChange }: Props) {
  const [text, setText] = useState('');
  const { data } = useQuery(foundPeople(text));
  const options = (data?.items ?? []).map(({ id, name, title }) => ({ id, text: name, detail: title }));
  return (
    <SuggestInput
      label={label}
      description={description}
      placeholder={placeholder}
      options={options}
      chosen={person?.name ?? ''}
      error={error}
      onText={setText}
      onChoose={(option) => onChange({ id: option.id, name: option.text })}
    />
  );
}
