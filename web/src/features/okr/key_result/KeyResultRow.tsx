import { Link } from '@tanstack/react-router';
import { instantDay } from '@/lib/format';
import { t } from '@/lib/i18n';
import { useFlash } from '@/lib/live';
import { Confidence } from '@/ui/marks/Confidence';
import { PersonChip } from '@/ui/PersonChip';
import { lateDetail, reasonText } from '@/ui/marks/standing-text';
import { StatusMark } from '@/ui/marks/StatusMark';
import { KeyResultMeasure } from './KeyResultMeasure';
import { currentText, gradeText, isOver, noValueText } from './measure-text';
import type { KeyResult } from '../parts/shapes';
import { Restated } from './Restated';
import styles from './KeyResultRow.module.css';

/** One key result on one line: status, title, bar with pace, value with its day, confidence, owner. */
export function KeyResultRow({ keyResult, chosen }: { keyResult: KeyResult; chosen?: boolean }) {
  const { id, objective_id, title, current, standing, grade, outcome, last_check_in, owner } = keyResult;
  const over = isOver(keyResult);
  const flashing = useFlash(`${keyResult.version} ${current} ${last_check_in?.id}`);
  return (
    <li className={`${styles.row} ${chosen ? styles.chosen : ''} ${flashing ? 'flash' : ''}`}>
      <span className={styles.status} title={reasonText(standing)}>
        <StatusMark status={standing.status} quiet />
      </span>
      <Link
        to="/objectives/$objectiveId"
        params={{ objectiveId: objective_id }}
        hash={id}
        hashScrollIntoView={false}
        className={styles.title}
        aria-current={chosen || undefined}
        dir="auto"
      >
        {title}
      </Link>
      <span className={styles.bar}>
        <KeyResultMeasure keyResult={keyResult} />
      </span>
      <span className={`${styles.value} num`}>
        {standing.days_late > 0 && <span className="soft small">{lateDetail(standing)}</span>}
        {current === null ? (
          <span className="soft">{noValueText(keyResult)}</span>
        ) : (
          <>
            <strong>{currentText(keyResult)}</strong>
            {last_check_in && !over && <span className={styles.day}>{instantDay(last_check_in.at)}</span>}
          </>
        )}
        {outcome && <span className={styles.day}>{t(`outcome.${outcome}`)}</span>}
      </span>
      <span className={styles.confidence}>
        {over ? <Grade grade={grade} /> : <Confidence value={keyResult.confidence} />}
      </span>
      <span className={styles.owner}>
        <PersonChip name={owner.name} bare left={keyResult.owner_left} />
      </span>
      <Restated sentence={keyResult.restated} className={styles.restated} />
    </li>
  );
}

const Grade = ({ grade }: { grade: number | null }) => (
  <span className="num" title={t('overview.grade', { grade: gradeText(grade) })}>
    <span className="hidden-text">{t('overview.grade', { grade: gradeText(grade) })}</span>
    <strong aria-hidden="true">{gradeText(grade)}</strong>
  </span>
);
