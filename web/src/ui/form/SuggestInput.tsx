import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { SuggestionList } from './SuggestionList';
import { useSuggestions, type Suggestion } from './use-suggestions';
import styles from './SuggestionList.module.css';

type Props = {
  label: string;
  description?: string;
  placeholder?: string;
  options: Suggestion[];
  /** What stands in the field when nothing is being typed. */
  chosen: string;
  error?: string;
  onText: (text: string) => void;
  onChoose: (option: Suggestion) => void;
};

/** A field that finds what is typed, or shows what there is to a click or an arrow; the server, or the page, says what fits. */
export function SuggestInput({
  label,
  description,
  placeholder,
  options,
  chosen,
  error,
  onText,
  onChoose,
}: Props) {
  const [typed, setTyped] = useState<string>();
  const shown = typed === undefined ? [] : options;
  const suggestions = useSuggestions(shown, (option) => {
    setTyped(undefined);
    onChoose(option);
  });
  const look = () => setTyped(typed ?? chosen);
  return (
    <div className={styles.field}>
      <TextInput
        {...suggestions.field}
        role="combobox"
        aria-expanded={suggestions.open}
        autoComplete="off"
        label={label}
        description={description}
        placeholder={placeholder}
        value={typed ?? chosen}
        error={error}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          onText(event.currentTarget.value);
        }}
        onClick={look}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown' && typed === undefined) look();
          else suggestions.field.onKeyDown(event);
        }}
        onBlur={() => setTyped(undefined)}
      />
      <SuggestionList label={label} options={shown} suggestions={suggestions} />
    </div>
  );
}
