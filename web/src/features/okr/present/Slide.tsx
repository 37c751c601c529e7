import { instantDay, score } from '@/lib/format';
import { t } from '@/lib/i18n';
import { Confidence } from '@/ui/marks/Confidence';
import { SentenceTitle } from '@/ui/SentenceTitle';
import { StandingMark } from '@/ui/marks/StandingMark';
import { StatusMark } from '@/ui/marks/StatusMark';
import { KeyResultMeasure } from '../key_result/KeyResultMeasure';
import { currentText, gradeText, isOver, scoreOf } from '../key_result/measure-text';
import { Restated } from '../key_result/Restated';
import type { KeyResult, ObjectiveWithKeyResults } from '../parts/shapes';
import styles from './Present.module.css';

export function Slide({ objective }: { objective: ObjectiveWithKeyResults }) {
  const { title, why, standing, grade, progress, expected_progress, key_results, accountable } = objective;
  return (
    <article className={styles.slide}>
      <SentenceTitle title={title} />
      {why && (
        <p className={styles.why} dir="auto">
          {why}
        </p>
      )}
      <p className={styles.standing}>
        <StandingMark standing={standing} />
        {(grade ?? progress) !== null && <strong className="num">{scoreOf(objective)}</strong>}
        {progress !== null && expected_progress !== null && (
          <span className="soft num">{t('pace.short', { pace: score(expected_progress) })}</span>
        )}
        <span className="soft">{accountable.name}</span>
      </p>
      <ul className={styles.results}>
        {key_results.map((keyResult) => (
          <Result key={keyResult.id} keyResult={keyResult} />
        ))}
      </ul>
    </article>
  );
}

function Result({ keyResult }: { keyResult: KeyResult }) {
  const { title, standing, confidence, grade, outcome, last_check_in, owner } = keyResult;
  return (
    <li className={styles.result}>
      <StatusMark status={standing.status} quiet />
      <p className={styles.title} dir="auto">
        {title}
      </p>
      <strong className={`${styles.value} num`}>{currentText(keyResult)}</strong>
      <div className={styles.measure}>
        <KeyResultMeasure keyResult={keyResult} />
      </div>
      {outcome ? (
        <span className="num">
          {t('outcome.graded', { outcome: t(`outcome.${outcome}`), grade: gradeText(grade) })}
        </span>
      ) : (
        !isOver(keyResult) && <Confidence value={confidence} />
      )}
      <Restated sentence={keyResult.restated} className={styles.said} />
      {last_check_in?.what_happened && (
        <p className={styles.said} dir="auto">
          {last_check_in.what_happened}{' '}
          <span className="soft">
            {owner.name}, {instantDay(last_check_in.at)}
          </span>
        </p>
      )}
    </li>
  );
}
