import { Link } from '@tanstack/react-router';
import type { components } from '@/api/schema';
import { score } from '@/lib/format';
import { t } from '@/lib/i18n';
import { Sparkline } from '@/ui/charts/Sparkline';
import { StandingMark } from '@/ui/marks/StandingMark';
import { currentText, endTexts, gradeText, valueText } from './measure-text';
import styles from './PastFigures.module.css';

type PastObjective = components['schemas']['PastObjective'];
type PastKeyResult = components['schemas']['PastKeyResult'];

/** One objective of before: its end or how it stands, and what was measured. */
export function PastObjectiveLine({ objective }: { objective: PastObjective }) {
  const { id, title, grade, verdict, standing, key_results } = objective;
  return (
    <li className={styles.objective}>
      <Link to="/objectives/$objectiveId" params={{ objectiveId: id }} dir="auto">
        {title}
      </Link>
      <p className="small">
        {grade !== null && verdict ? (
          <span className="num">
            {score(grade)} {t(`verdict.${verdict}`)}
          </span>
        ) : (
          <StandingMark standing={standing} />
        )}
      </p>
      <ul>
        {key_results.map((keyResult) => (
          <KeyResultLine key={keyResult.id} keyResult={keyResult} />
        ))}
      </ul>
    </li>
  );
}

function KeyResultLine({ keyResult }: { keyResult: PastKeyResult }) {
  const { title, values, first_confidence, confidence, low, high, grade } = keyResult;
  return (
    <li className="small">
      <p dir="auto">{title}</p>
      <p className={`soft num ${styles.measured}`}>
        {t('past.value', { value: currentText(keyResult), target: endTexts(keyResult)[1] })}
        {grade !== null && ` · ${t('past.grade', { grade: gradeText(grade) })}`}
        {values.length > 1 && (
          <>
            <Sparkline values={values} low={low} high={high} width={72} height={20} />
            <span className="hidden-text">
              {t('past.values', { values: values.map((value) => valueText(value, keyResult)).join(', ') })}
            </span>
          </>
        )}
      </p>
      {first_confidence !== null && confidence !== null && (
        <p className="soft num">{t('confidence.moved', { first: first_confidence, last: confidence })}</p>
      )}
    </li>
  );
}
