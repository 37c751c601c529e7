import { Link } from '@tanstack/react-router';
import { instantDay } from '@/lib/format';
import { useFlash } from '@/lib/live';
import { StatusMark } from '@/ui/marks/StatusMark';
import { KeyResultMeasure } from '../key_result/KeyResultMeasure';
import { lateDetail } from '@/ui/marks/standing-text';
import { currentText } from '../key_result/measure-text';
import type { DueKeyResult } from '../parts/shapes';
import styles from './DueRow.module.css';

/** One of my key results; the whole line leads to its check-in. */
export function DueRow({ keyResult }: { keyResult: DueKeyResult }) {
  const { id, title, objective_title, standing, last_check_in } = keyResult;
  const flashing = useFlash(`${keyResult.version} ${last_check_in?.id}`);
  return (
    <li className={flashing ? 'flash' : undefined}>
      <Link to="/check-in" search={{ at: id }} className={styles.row}>
        <span className={styles.words}>
          <span className={styles.title} dir="auto">
            {title}
          </span>
          <span className={styles.objective} dir="auto">
            {objective_title}
          </span>
        </span>
        <span className={styles.status}>
          <StatusMark status={standing.status} detail={lateDetail(standing)} />
        </span>
        <span className={styles.bar}>
          <KeyResultMeasure keyResult={keyResult} />
        </span>
        <span className={`${styles.value} num`}>
          <strong>{currentText(keyResult)}</strong>
          {last_check_in && <span>{instantDay(last_check_in.at)}</span>}
        </span>
      </Link>
    </li>
  );
}
