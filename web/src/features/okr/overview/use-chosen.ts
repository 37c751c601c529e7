import { useState } from 'react';

/** A set that one adds to and takes from. */
export function useChosen() {
  const [set, setSet] = useState<ReadonlySet<string>>(new Set());
  const choose = (id: string, chosen: boolean) =>
    setSet((before) => {
      const next = new Set(before);
      if (chosen) next.add(id);
      else next.delete(id);
      return next;
    });
  return { set, choose, replace: setSet };
}
