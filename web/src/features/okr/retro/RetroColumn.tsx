import { t } from '@/lib/i18n';
import type { Retro, RetroCard as Card } from '../parts/shapes';
import { AddCard } from './AddCard';
import { RetroCard } from './RetroCard';
import { factsOf, RetroFacts } from './RetroFacts';
import { RetroFills } from './RetroFills';
import styles from './Retro.module.css';

type Props = { retro: Retro; part: Card['part'] };

export function RetroColumn({ retro, part }: Props) {
  const cards = retro.cards.filter((card) => card.part === part);
  const facts = factsOf(retro, part);
  // What is still open settles nothing: the next column waits for what people agree on.
  const filled = cards.length + (part === 'next' ? 0 : facts.length);
  return (
    <section className={styles.column} aria-labelledby={`retro-${part}`}>
      <h2 id={`retro-${part}`}>{t(`retro.${part}`)}</h2>
      <p className={styles.lead}>{t(`retro.${part}.lead`)}</p>
      <RetroFacts facts={facts} />
      {filled === 0 && <RetroFills retro={retro} part={part} />}
      <ul className={styles.cards}>
        {cards.map((card) => (
          <RetroCard key={card.id} card={card} />
        ))}
      </ul>
      {retro.may.includes('edit') && <AddCard retro={retro} part={part} />}
    </section>
  );
}
