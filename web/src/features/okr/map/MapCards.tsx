import type { RefObject } from 'react';
import { t } from '@/lib/i18n';
import { StatusMark } from '@/ui/marks/StatusMark';
import { card, type Box } from './map-layout';
import type { Emphasis } from './map-paint';
import { scoreOf } from '../key_result/measure-text';
import type { Scene } from './map-scene';
import styles from './Map.module.css';

type Props = { layer: RefObject<HTMLDivElement | null>; cards: Box[]; scene: Scene; emphasis: Emphasis };

/** The cards that are near: only for the eye, the plane itself and the outline speak. */
export function MapCards({ layer, cards, scene, emphasis: { branch, current } }: Props) {
  return (
    <div ref={layer} className={styles.layer} aria-hidden="true">
      {cards.map(({ id, node, x, y }) => {
        const gap = scene.gaps.get(id);
        const looks = [
          styles.card,
          branch && !branch.has(id) ? styles.faded : '',
          id === current ? styles.current : '',
          node.days_late > 0 ? styles.late : '',
          node.state === 'draft' ? styles.draft : '',
          node.state === 'closed' ? styles.closed : '',
        ];
        return (
          <div
            key={id}
            className={looks.join(' ')}
            style={{ transform: `translate(${x}px, ${y}px)`, inlineSize: card.w, blockSize: card.h }}
          >
            <span className={styles.title} dir="auto">
              {node.title}
            </span>
            <span className={styles.facts}>
              <StatusMark status={node.status} quiet />
              <span className="num">{scoreOf(node)}</span>
              <span className={styles.who}>{node.accountable.name}</span>
              {gap && <span className={styles.gap}>{t(`map.gap.${gap}`)}</span>}
              {node.days_late > 0 && (
                <span className="num">{t('status.days-late', { days: node.days_late })}</span>
              )}
            </span>
          </div>
        );
      })}
    </div>
  );
}
