import { useQuery } from '@tanstack/react-query';
import { t } from '@/lib/i18n';
import { HowFigures } from '@/ui/HowFigures';
import { objectivePairsQuery } from '../parts/queries';
import type { Objective } from '../parts/shapes';
import { PairCard } from './PairCard';
import styles from './Pairs.module.css';

/** What may be the same work as this objective or pull against it, for those who can do something about it. */
export function ObjectivePairs({ objective: { id, may } }: { objective: Objective }) {
  const acts = may.includes('edit') || may.includes('cancel') || may.includes('reopen');
  const { data } = useQuery({ ...objectivePairsQuery(id), enabled: acts });
  if (!acts || !data || data.pairs.length === 0) return null;
  return (
    <section className={`card ${styles.part}`} aria-labelledby="pairs">
      <h2 id="pairs">{t('pairs.own', { count: data.pairs.length })}</h2>
      <ul>
        {data.pairs.map((pair) => (
          <PairCard key={pair.second.id} pair={pair} self={id} />
        ))}
      </ul>
      <p>
        <HowFigures about="pairs" />
      </p>
    </section>
  );
}
