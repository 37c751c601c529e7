import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { number, score } from '@/lib/format';
import { t } from '@/lib/i18n';
import { useFlash } from '@/lib/live';
import type { Dashboard } from '../shapes';
import { listOf } from './drill';
import styles from './Tiles.module.css';

/** The few figures one says aloud; each leads to what it counts. */
export function Tiles({ board }: { board: Dashboard }) {
  const { objectives, key_results, progress, expected_progress, spread, person } = board;
  const { tally } = spread;
  const waiting = board.objective_statuses.at_risk + board.objective_statuses.off_track;
  return (
    <ul className={styles.tiles}>
      <Tile
        name={t('dash.objectives')}
        value={number(objectives)}
        note={t('objective.key-results', { count: key_results })}
      >
        <Link {...listOf(board)}>{t('dash.see')}</Link>
      </Tile>
      {!person && (
        <Tile
          name={t('dash.progress')}
          value={progress === null ? '–' : score(progress)}
          note={expected_progress !== null && t('pace.short', { pace: score(expected_progress) })}
        />
      )}
      {tally && (
        <Tile
          name={t('dash.at-success')}
          value={t('dash.percent', { share: Math.round(tally.success_share * 100) })}
          note={t('dash.of', { part: tally.successes, all: tally.key_results })}
        />
      )}
      <Tile
        name={t('dash.at-risk')}
        value={number(waiting)}
        note={t('dash.objectives.count', { count: objectives })}
      >
        <Link {...listOf(board, { at_risk: 'true' })}>{t('dash.see')}</Link>
      </Tile>
      <Tile
        name={t('dash.stale')}
        value={number(board.key_result_statuses.stale)}
        note={t('objective.key-results', { count: key_results })}
      >
        <Link {...listOf(board, { stale: 'true' })}>{t('dash.see')}</Link>
      </Tile>
    </ul>
  );
}

type TileProps = { name: string; value: string; note?: ReactNode; children?: ReactNode };

function Tile({ name, value, note, children }: TileProps) {
  const flashing = useFlash(value);
  return (
    <li className={`card ${styles.tile} ${flashing ? 'flash' : ''}`}>
      <span className="soft small">{name}</span>
      <strong className={`${styles.value} num`}>{value}</strong>
      <span className={`soft small ${styles.note}`}>
        {note} <span className={`${styles.see} no-print`}>{children}</span>
      </span>
    </li>
  );
}
