import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { SuggestInput } from '@/ui/form/SuggestInput';
import { foundObjectives } from './found';

export type ObjectiveName = { id: string; title: string };
type Props = {
  label: string;
  objective: ObjectiveName | null;
  /** Not among those that are found. */
  except: string;
  error?: string;
  onChange: (objective: ObjectiveName) => void;
};

/** Names another objective by a few letters of its title. */
export function ObjectiveInput({ label, objective, except, error, onChange }: Props) {
  const [text, setText] = useState('');
  const { data } = useQuery(foundObjectives(text));
  const options = (data?.items ?? [])
    .filter(({ id }) => id !== except)
    .map(({ id, title, accountable }) => ({ id, text: title, detail: accountable.name }));
  return (
    <SuggestInput
      label={label}
      options={options}
      chosen={objective?.title ?? ''}
      error={error}
      onText={setText}
      onChoose={(option) => onChange({ id: option.id, title: option.text })}
    />
  );
}
