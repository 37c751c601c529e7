import type { ReactNode } from 'react';
import { useFlash } from '@/lib/live';

type Props<Item> = { title: string; items: Item[]; children: (item: Item) => ReactNode };

/** One list beside the board; it lights up for a moment when one comes or goes. */
export function ConcernPart<Item extends { id: string }>({ title, items, children }: Props<Item>) {
  const flashing = useFlash(items.map(({ id }) => id).join(' '));
  if (items.length === 0) return null;
  return (
    <section className={flashing ? 'flash' : undefined}>
      <h2 className="caps">{title}</h2>
      <ul>
        {items.map((item) => (
          <li key={item.id}>{children(item)}</li>
        ))}
      </ul>
    </section>
  );
}
