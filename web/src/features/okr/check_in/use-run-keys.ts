import { useEffect } from 'react';
import { inDialog } from '@/lib/shortcuts';

type Keys = { back: () => void; onwards: () => void; skip: () => void; leave: () => void };

const inText = (target: EventTarget | null) =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && target.type === 'text' && target.inputMode !== 'decimal');

/** Enter onwards where no field has the focus, Shift+Enter back, S skip, Esc leave. S is a letter wherever words are typed. */
export function useRunKeys({ back, onwards, skip, leave }: Keys) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || inDialog() || event.ctrlKey || event.metaKey || event.altKey) return;
      const run =
        event.key === 'Escape'
          ? leave
          : event.key === 'Enter' && event.shiftKey
            ? back
            : event.key === 'Enter' && event.target === document.body
              ? onwards
              : event.key.toLowerCase() === 's' && !inText(event.target)
                ? skip
                : undefined;
      if (!run) return;
      event.preventDefault();
      run();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  });
}
