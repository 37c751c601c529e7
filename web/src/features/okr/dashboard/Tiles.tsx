import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { number, percent, score } from '@/lib/format';
import { t } from '@/lib/i18n';
import { useFlash } from '@/lib/live';
import type { Dashboard } from '../parts/shapes';
import { keyResultsOf, listOf } from './drill';
import { Moved } from './Moved';
import styles from './Tiles.module.css';

/** The few figures one says aloud; each leads to what it counts. */
export function Tiles({ board }: { board: Dashboard }) {
  const {
    cycle,
    objectives,
    key_results,
    progress,
    expected_progress,
    since,
    spread,
    grades,
    from_below,
    person,
  } = board;
  const { tally } = spread;
  return (
    <ul className={styles.tiles}>
      <Tile
        name={t('dash.objectives')}
        value={number(objectives)}
        note={t('dash.with-key-results', { count: key_results })}
        to={listOf(board)}
        moved={since && <Moved by={since.objectives.by} day={since.day} as="count" />}
      />
      {!person && (
        <Tile
          name={t('dash.progress')}
          value={progress === null ? '–' : score(progress)}
          note={expected_progress !== null && t('pace.short', { pace: score(expected_progress) })}
          to={listOf(board)}
          moved={since?.progress && <Moved by={since.progress.by} day={since.day} as="score" />}
        />
      )}
      {tally && (
        <Tile
          name={t('dash.at-success')}
          value={t('dash.percent', { share: percent(tally.success_share) })}
          note={t('dash.of', { part: tally.successes, all: tally.key_results })}
          to={keyResultsOf(board, { success: 'true' })}
          moved={
            since?.success_percent && <Moved by={since.success_percent.by} day={since.day} as="points" />
          }
        />
      )}
      {grades && grades.graded > 0 && <Average board={board} grades={grades} />}
      {from_below && from_below.of > 0 && (
        <Tile
          name={t('dash.from-below')}
          value={number(from_below.drafted)}
          note={t(board.team ? 'dash.from-below.of-team' : 'dash.from-below.of', { count: from_below.of })}
          to={
            board.team
              ? listOf(board, { state: 'settled', from_below: 'true' })
              : listOf({ ...board, everybody: true }, { state: 'settled', from_below: 'true' })
          }
        />
      )}
      {cycle.phase !== 'closed' && <Open board={board} />}
    </ul>
  );
}

type AverageProps = { board: Dashboard; grades: NonNullable<Dashboard['grades']> };

/** The grades that were given; one is no average. */
function Average({ board, grades: { graded, of, average, band, line } }: AverageProps) {
  return (
    <Tile
      name={t('grades.average')}
      value={average === null ? '–' : number(average)}
      note={
        band === null
          ? t('grades.few', { graded, of })
          : t('grades.note', { band: t(`verdict.${band}`), line: score(line) })
      }
      to={listOf(board, { state: 'closed' })}
    />
  );
}

/** What a closed cycle has no more. */
function Open({ board }: { board: Dashboard }) {
  const { objectives, key_results, at_risk, late, late_at_risk, on_time, key_result_statuses, since } = board;
  return (
    <>
      <Tile
        name={t('dash.at-risk')}
        value={number(at_risk)}
        note={t('dash.of-objectives', { count: objectives })}
        to={listOf(board, { at_risk: 'true' })}
        moved={since && <Moved by={since.at_risk.by} day={since.day} as="count" />}
      />
      <Tile
        name={t('dash.late')}
        value={number(late)}
        note={
          <>
            {late > 0
              ? t('dash.late.note', { stale: key_result_statuses.stale, risk: late_at_risk })
              : t('dash.of-key-results', { count: key_results })}
            {on_time && (
              <>
                <br />
                {t('dash.on-time', { share: percent(on_time.share) })}
              </>
            )}
          </>
        }
        to={keyResultsOf(board, { late: 'true' })}
        moved={since && <Moved by={since.late.by} day={since.day} as="count" />}
      />
    </>
  );
}

type TileProps = { name: string; value: string; note?: ReactNode; to: LinkProps; moved?: ReactNode };

function Tile({ name, value, note, to, moved }: TileProps) {
  const flashing = useFlash(value);
  return (
    <li className={`card ${flashing ? 'flash' : ''}`}>
      <Link {...to} className={styles.tile}>
        <span className={styles.name}>{name}</span>
        <strong className={`${styles.value} num`}>{value}</strong>
        <span className="soft small">{note}</span>
        {moved}
      </Link>
    </li>
  );
}
