import { useId, useState, type KeyboardEvent } from 'react';

export type Suggestion = { id: string; text: string; detail?: string };

/** The keys of a list that hangs on a field: arrows walk, Enter or Tab takes, Escape closes. */
export function useSuggestions(options: Suggestion[], onTake: (option: Suggestion) => void) {
  const list = useId();
  const [at, setAt] = useState(0);
  const [closedFor, setClosedFor] = useState<string>();
  const said = options.map(({ id }) => id).join();
  const open = options.length > 0 && closedFor !== said;
  const active = Math.min(at, options.length - 1);

  const take = (option: Suggestion) => {
    setAt(0);
    onTake(option);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open || event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step) setAt((active + step + options.length) % options.length);
    else if (event.key === 'Enter') take(options[active]!);
    else if (event.key === 'Escape') setClosedFor(said);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const optionId = (index: number) => `${list}-${index}`;
  const field = {
    'aria-autocomplete': 'list' as const,
    'aria-controls': open ? list : undefined,
    'aria-activedescendant': open ? optionId(active) : undefined,
    onKeyDown,
  };
  return { list, open, active, optionId, take, field };
}
