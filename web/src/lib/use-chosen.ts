import { useState } from 'react';
import { chosenText, readChosen, withChoice, type Chosen } from './chosen';

/** What is open or shut: at once on the page, then in the address; and as the address says after a link or Back. */
export function useChosen(address: string | undefined, write: (text: string | undefined) => void) {
  const [state, setState] = useState(() => taken(address));
  if (state.seen !== address) setState(state.text === address ? { ...state, seen: address } : taken(address));
  const replace = (chosen: Chosen) => {
    const text = chosenText(chosen);
    setState({ ...state, chosen, text });
    write(text);
  };
  return {
    chosen: state.chosen,
    choose: (id: string, yes: boolean) => replace(withChoice(state.chosen, id, yes)),
    replace,
  };
}

const taken = (address: string | undefined) => ({
  seen: address,
  text: address,
  chosen: readChosen(address),
});
