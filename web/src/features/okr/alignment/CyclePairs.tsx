import { useQuery } from '@tanstack/react-query';
import { t } from '@/lib/i18n';
import { HowFigures } from '@/ui/HowFigures';
import { cyclePairsQuery } from '../parts/queries';
import { PairCard } from './PairCard';
import styles from './Pairs.module.css';

/** Objectives of a cycle that may be the same work or pull against each other. */
export function CyclePairs({ cycle }: { cycle: string }) {
  const { data } = useQuery(cyclePairsQuery(cycle));
  if (!data) return null;
  const { pairs, more } = data;
  return (
    <section className={`card ${styles.part}`} aria-labelledby="pairs">
      <h2 id="pairs">{t('pairs.title')}</h2>
      <p className="soft">
        {t(pairs.length > 0 ? 'pairs.text' : 'pairs.none')} <HowFigures about="pairs" />
      </p>
      <ul>
        {pairs.map((pair) => (
          <PairCard key={`${pair.first.id}-${pair.second.id}`} pair={pair} />
        ))}
      </ul>
      {more > 0 && <p className="soft small">{t('pairs.more', { count: more })}</p>}
    </section>
  );
}
