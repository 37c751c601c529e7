import type { Suggestion, useSuggestions } from './use-suggestions';
import styles from './SuggestionList.module.css';

type Props = { label: string; options: Suggestion[]; suggestions: ReturnType<typeof useSuggestions> };

/** What could be meant, under the field that asks. */
export function SuggestionList({ label, options, suggestions }: Props) {
  const { list, open, active, optionId, take } = suggestions;
  if (!open) return null;
  return (
    <ul id={list} role="listbox" aria-label={label} className={styles.list}>
      {options.map((option, index) => (
        // The keys are those of the field, which keeps the focus.
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events
        <li
          key={option.id}
          id={optionId(index)}
          role="option"
          aria-selected={index === active}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => take(option)}
        >
          <span dir="auto">{option.text}</span>
          {option.detail && (
            <span className="soft" dir="auto">
              {option.detail}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
