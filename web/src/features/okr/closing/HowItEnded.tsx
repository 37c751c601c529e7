import { instantDay, score } from '@/lib/format';
import { t } from '@/lib/i18n';
import { StatusMark } from '@/ui/marks/StatusMark';
import { currentText, endTexts, gradeText, valueText } from '../key_result/measure-text';
import type { Closure, KeyResult, Objective } from '../parts/shapes';
import styles from './Closing.module.css';

/** Everything that was said when it was closed: what was promised, what came of it, why, and what it taught. */
export function HowItEnded({ objective, closure }: { objective: Objective; closure: Closure }) {
  const { verdict, grade, learning, reason, execution, cause, could_stretch, closed_by } = closure;
  const other = closure.suggested_grade !== null && closure.suggested_grade !== grade;
  return (
    <>
      <p>{[t(`verdict.${verdict}`), t(`ambition.${objective.ambition}.means`)].join(' · ')}</p>
      <ul className={styles.results}>
        {objective.key_results.map((keyResult) => (
          <Result
            key={keyResult.id}
            keyResult={keyResult}
            part={closure.key_results.find((one) => one.key_result_id === keyResult.id)}
          />
        ))}
      </ul>
      <dl className={styles.facts}>
        <Fact name={t('close.execution')} text={t(`execution.${execution}`)} />
        {cause && <Fact name={t('close.cause')} text={t(`cause.${cause}`)} />}
        {learning && <Fact name={t('close.learning')} text={learning} />}
        {could_stretch && <Fact name={t('close.could-stretch')} text={could_stretch} />}
        {other && (
          <Fact
            name={t('closed.other-grade', { suggested: gradeText(closure.suggested_grade) })}
            text={reason}
          />
        )}
      </dl>
      {closure.easy_signs.map((sign) => (
        <p key={sign} className={styles.hint}>
          {t(`easy.${sign}`)}
        </p>
      ))}
      <p className="soft small">{t('closed.by', { name: closed_by.name })}</p>
    </>
  );
}

const Fact = ({ name, text }: { name: string; text: string }) => (
  <div>
    <dt className="soft small">{name}</dt>
    <dd dir="auto">{text}</dd>
  </div>
);

/** How it had ended before it was opened again. */
export function EndedBefore({ objective: { past_closures } }: { objective: Objective }) {
  if (past_closures.length === 0) return null;
  return (
    <ul className="soft small">
      {past_closures.map((past) => (
        <li key={past.reopened_at} dir="auto">
          {t('closed.before', {
            grade: score(past.grade),
            verdict: t(`verdict.${past.verdict}`),
            closed: past.closed_by.name,
            day: instantDay(past.closed_at),
            reopened: past.reopened_by.name,
            again: instantDay(past.reopened_at),
          })}
          {past.learning && ` ${past.learning}`}
        </li>
      ))}
    </ul>
  );
}

/** How sure one was at the first check-in and at the last; nothing where nobody said it. */
function ConfidenceMoved({ part: { first_confidence, last_confidence } }: { part: Part }) {
  if (first_confidence === null || last_confidence === null) return null;
  return (
    <p className="soft num">{t('confidence.moved', { first: first_confidence, last: last_confidence })}</p>
  );
}

type Part = Closure['key_results'][number];
type ResultProps = { keyResult: KeyResult; part?: Part };

function Result({ keyResult, part }: ResultProps) {
  const target = endTexts(keyResult)[1];
  const first = part?.first_target ?? null;
  return (
    <li>
      <StatusMark status={keyResult.standing.status} />
      <p className={styles.title} dir="auto">
        {keyResult.title}
      </p>
      {part && (
        <p className="num">
          {part.outcome
            ? t('closed.result', {
                value: currentText(keyResult),
                target,
                outcome: t(`outcome.${part.outcome}`),
                grade: gradeText(part.grade),
              })
            : t('close.unmeasured')}
          {first !== null && ` · ${t('close.first-target', { target: valueText(first, keyResult) })}`}
        </p>
      )}
      {part && <ConfidenceMoved part={part} />}
      {part?.cause && (
        <p className="soft" dir="auto">
          {[t(`cause.${part.cause}`), part.note].filter(Boolean).join(': ')}
        </p>
      )}
      {part && !part.cause && part.note && (
        <p className="soft" dir="auto">
          {part.note}
        </p>
      )}
    </li>
  );
}
