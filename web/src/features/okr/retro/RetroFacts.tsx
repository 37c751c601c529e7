import { Link } from '@tanstack/react-router';
import { changedText } from '../key_result/changed-field';
import type { ReactNode } from 'react';
import { score } from '@/lib/format';
import { t } from '@/lib/i18n';
import { Restated } from '../key_result/Restated';
import type { Retro, RetroCard } from '../parts/shapes';
import styles from './Retro.module.css';

/** What the history says by itself, above the lines that people write. */
export const RetroFacts = ({ facts }: { facts: ReactNode[] }) =>
  facts.length > 0 && <ul className={styles.facts}>{facts}</ul>;

export function factsOf(retro: Retro, part: RetroCard['part']): ReactNode[] {
  if (part === 'celebrate') return retro.objectives.filter(({ celebrated }) => celebrated).map(graded);
  if (part === 'learn')
    return retro.objectives.filter((one) => one.grade !== null && !one.celebrated).map(graded);
  if (part === 'shifted')
    return [...retro.decisions.filter(isShift).map(decided), ...retro.shifts.map(shifted)];
  return retro.objectives.filter(({ state }) => state === 'published').map(open);
}

/** What is not over yet goes on with other figures, goes into the next cycle, or stops. */
const open = ({ id, title, may }: Retro['objectives'][number]) => (
  <li key={id} className={styles.fact}>
    <Link to="/objectives/$objectiveId" params={{ objectiveId: id }} dir="auto">
      {title}
    </Link>
    <p className={`${styles.ways} no-print`}>
      {may.includes('end') && (
        <Link to="/objectives/$objectiveId/close" params={{ objectiveId: id }}>
          {t('retro.carry-or-stop')}
        </Link>
      )}
      {may.includes('change') && (
        <Link to="/objectives/$objectiveId" params={{ objectiveId: id }}>
          {t('retro.change')}
        </Link>
      )}
    </p>
  </li>
);

type Decision = Retro['decisions'][number];
const isShift = ({ decision }: Decision) => decision !== 'keep';

const graded = ({ id, title, grade, verdict, celebrated, confidence }: Retro['objectives'][number]) => (
  <li key={id} className={`${styles.fact} ${celebrated ? styles.good : ''}`}>
    <Link to="/objectives/$objectiveId" params={{ objectiveId: id }} dir="auto">
      {title}
    </Link>{' '}
    <span className="num">
      {grade !== null && score(grade)} {verdict && t(`verdict.${verdict}`)}
    </span>
    {confidence.map((one) => (
      <p key={one.key_result_id} className="soft small" dir="auto">
        {one.title}: {t('confidence.moved', one)}
      </p>
    ))}
  </li>
);

const decided = ({ objective, decision, reason }: Decision) => (
  <li key={objective.id} className={styles.fact}>
    <p dir="auto">
      <strong>{t(`decision.${decision}.past`)}</strong> {objective.title}
    </p>
    <p className="soft" dir="auto">
      {reason}
    </p>
  </li>
);

const shifted = (
  { objective, key_result, restated, field, before, after, reason, at }: Retro['shifts'][number],
  index: number,
) => (
  <li key={`${at}-${index}`} className={styles.fact}>
    <p dir="auto">{key_result ?? objective.title}</p>
    <p>{changedText({ field, before, after })}</p>
    <Restated sentence={restated} />
    <p className="soft" dir="auto">
      {reason}
    </p>
  </li>
);
