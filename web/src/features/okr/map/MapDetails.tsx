import { Link } from '@tanstack/react-router';
import { t } from '@/lib/i18n';
import { StandingMark } from '@/ui/marks/StandingMark';
import type { GraphNode } from '../parts/shapes';
import { scoreOf } from '../key_result/measure-text';
import type { Forest } from '../filter/tree';
import styles from './Map.module.css';

type Props = {
  node?: GraphNode;
  forest: Forest;
  teamNames: Map<string, string>;
  gap?: string;
  /** As many levels as a chain may have. */
  levels: number;
  focused: boolean;
  onFocus: (focus: boolean) => void;
};

/** The objective that the map is at, in words; said aloud when it changes. */
export function MapDetails({ node, forest, teamNames, gap, levels, focused, onFocus }: Props) {
  const below = node ? (forest.children.get(node.id)?.length ?? 0) : 0;
  return (
    <div className={styles.details}>
      <div aria-live="polite" className={styles.words}>
        {node ? (
          <>
            <StandingMark standing={node} />
            <strong dir="auto">{node.title}</strong>
            <span className="soft">
              {[
                node.shown_in ? teamNames.get(node.shown_in) : undefined,
                node.accountable.name,
                scoreOf(node),
                t('map.supported-by', { count: below }),
                gap && t(`map.gap.${gap}`, { most: levels }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </>
        ) : (
          <span className="soft">{t('map.choose')}</span>
        )}
      </div>
      {node && (
        <>
          <button type="button" className="button" aria-pressed={focused} onClick={() => onFocus(!focused)}>
            {focused ? t('map.unfocus') : t('map.focus')}
          </button>
          <Link to="/objectives/$objectiveId" params={{ objectiveId: node.id }} className="button main">
            {t('map.open')}
          </Link>
        </>
      )}
    </div>
  );
}
