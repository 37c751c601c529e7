import { useState, type KeyboardEvent } from 'react';
import { t } from '@/lib/i18n';
import { StatusMark } from '@/ui/marks/StatusMark';
import { Icon } from '@/ui/icons';
import { statusOrder } from '@/ui/marks/status-order';
import type { GraphNode } from '../parts/shapes';
import { folded } from '../filter/filter';
import styles from './Map.module.css';

type Props = {
  nodes: GraphNode[];
  onFound: (id: string) => void;
  onScale: (by: number) => void;
  onFit: () => void;
  outlined: boolean;
  onOutline: () => void;
  /** Links beside the first ones, which the map shows by itself. */
  more: number;
  whole: boolean;
  onWhole: () => void;
};

/** The marks that stand on the map. */
const legendOf = (nodes: GraphNode[]) =>
  [...statusOrder, 'cancelled' as const].filter((status) => nodes.some((node) => node.status === status));

export function MapTools({
  nodes,
  onFound,
  onScale,
  onFit,
  outlined,
  onOutline,
  more,
  whole,
  onWhole,
}: Props) {
  return (
    <div className={styles.tools}>
      <Find nodes={nodes} onFound={onFound} />
      <button type="button" className="button" aria-pressed={outlined} onClick={onOutline}>
        {t('map.outline')}
      </button>
      {more > 0 && (
        <button type="button" className="button" aria-pressed={whole} onClick={onWhole}>
          {t('map.all-links', { count: more })}
        </button>
      )}
      <ul className={styles.legend} aria-label={t('map.legend')}>
        {legendOf(nodes).map((status) => (
          <li key={status}>
            <StatusMark status={status} />
          </li>
        ))}
        <li className={styles.line}>{t('map.supports')}</li>
        <li className={styles.dashed}>{t('map.depends')}</li>
      </ul>
      <span className={styles.zoom}>
        <button
          type="button"
          className={styles.icon}
          aria-label={t('map.out')}
          onClick={() => onScale(1 / 1.4)}
        >
          <span aria-hidden="true">−</span>
        </button>
        <button type="button" className={styles.icon} aria-label={t('map.in')} onClick={() => onScale(1.4)}>
          <Icon name="plus" size={16} />
        </button>
        <button type="button" className="button" onClick={onFit}>
          {t('map.fit')}
        </button>
      </span>
    </div>
  );
}

/** Goes from one that fits to the next with Enter. */
function Find({ nodes, onFound }: Pick<Props, 'nodes' | 'onFound'>) {
  const [text, setText] = useState('');
  const [place, setPlace] = useState(0);
  const asked = folded(text.trim());
  const found = asked ? nodes.filter(({ title }) => folded(title).includes(asked)) : [];
  const go = (to: number) => {
    const next = (to + found.length) % found.length;
    setPlace(next);
    onFound(found[next]!.id);
  };
  const type = (typed: string) => {
    setText(typed);
    setPlace(-1);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || found.length === 0) return;
    event.preventDefault();
    go(place + (event.shiftKey ? -1 : 1));
  };
  return (
    <span className={styles.find}>
      <input
        type="search"
        aria-label={t('map.find')}
        placeholder={t('map.find')}
        value={text}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <span className="soft small num" role="status">
        {asked && t('map.found', { place: Math.max(0, place + 1), count: found.length })}
      </span>
    </span>
  );
}
